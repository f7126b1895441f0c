import { dateAt } from '../../shared/business-time.ts'
import { addDays, addMonths } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseDocument } from '../../shared/document.ts'
import type { Document } from '../../shared/document.ts'
import type { Erp, ErpInvoice } from '../erps/erp.ts'
import type { UntilStopped } from '../sweep/until-stopped.ts'

/** A person's invoices that may have been registered after the copy. */
export interface OwedSince {
  /** `<customer>:<document>`; the search goes in its order. */
  id: string
  customerId: string
  document: Document
  invoices: ErpInvoice[]
}

/** As far back as an invoice is of use to anybody. */
const monthsBack = 120
/** Bank returns of a weekend arrive late. */
const overlap = 3

/** It was overdue at some moment after the copy; one that was paid in time was never to be registered. */
const wasOverdue = ({ due, payment }: ErpInvoice, until: CalendarDate): boolean =>
  due < until && (payment === null || payment.paid > due)

/**
 * Everybody's invoices that are overdue, and those that were until they were paid after the copy, by person.
 * @param reachesTo until when the copy reaches, ISO
 * @throws the `erp-…` family; an answer with rows that cannot be read is no answer
 */
export const owedSince = async (
  erp: Erp,
  reachesTo: string,
  { now, until }: { now: number; until: UntilStopped },
): Promise<OwedSince[]> => {
  const day = dateAt(now)
  const found = new Map<string, OwedSince>()
  const note = (invoice: ErpInvoice, written: string | null): void => {
    const document = parseDocument(written ?? '')
    if (!document || !wasOverdue(invoice, day)) return
    const id = `${invoice.customerId}:${document}`
    const one = found.get(id) ?? { id, customerId: invoice.customerId, document, invoices: [] }
    if (!one.invoices.some((known) => known.id === invoice.id)) one.invoices.push(invoice)
    found.set(id, one)
  }
  const overdue = { from: addMonths(day, -monthsBack), to: addDays(day, -1) }
  for (let page: number | null = 0; page !== null;) {
    const current: number = page
    const answer: Awaited<ReturnType<Erp['overduePage']>> = await until(() =>
      erp.overduePage(overdue, current),
    )
    for (const invoice of answer.invoices) note(invoice, invoice.document ?? invoice.customer.document)
    page = answer.nextPage
  }
  const paid = { from: addDays(dateAt(reachesTo), -overlap), to: addDays(day, 5) }
  for (let page: number | null = 0; page !== null;) {
    const current: number = page
    const answer: Awaited<ReturnType<Erp['paymentsPage']>> = await until(() =>
      erp.paymentsPage(paid, current),
    )
    for (const invoice of answer.invoices) note(invoice, invoice.document)
    page = answer.nextPage
  }
  return [...found.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
