import { addDays, addMonths, parseDate } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { AppError } from '../../shared/errors.ts'
import type { Erp, ErpInvoice, Renegotiation } from '../erps/erp.ts'
import type { NegativationRecord } from '../store/records.ts'
import { instalmentsOf, isRenegotiated } from './agreements.ts'
import type { UntilStopped } from './until-stopped.ts'
import type { Reading } from './verdict.ts'

/** The agreements of one ERP, read at most once by one audit, and only where something is inactive or gone. */
export type Agreements = () => Promise<Renegotiation[] | null>

const permanent: ReadonlySet<AppError['code']> = new Set(['erp-refused', 'erp-unreadable'])

/** Null where the user may not read them or they cannot be understood; then no inactive invoice is taken for cancelled by the program. */
export const agreementsOnce = (erp: Erp): Agreements => {
  let asked: Promise<Renegotiation[] | null> | null = null
  return () =>
    (asked ??= erp.renegotiations().catch((thrown: unknown) => {
      if (thrown instanceof AppError && permanent.has(thrown.code)) return null
      asked = null
      throw thrown
    }))
}

const firstDay = (date: CalendarDate): CalendarDate => addDays(date, 1 - Number(date.slice(8)))
/** Instalments of an agreement are due within so many months. */
const agreementReach = 60

interface Question {
  erp: Erp
  record: NegativationRecord
  agreements: Agreements
  until: UntilStopped
  /** ISO. */
  at: string
  confirmAfter: number
}

/** The instalments in the place of the record's invoices; one request. */
const instalments = async (
  { erp, record, until, at }: Question,
  agreed: Renegotiation[] | null,
): Promise<ErpInvoice[]> => {
  const ids = record.invoices.flatMap(({ id }) => [...instalmentsOf(id, agreed)])
  if (ids.length === 0) return []
  const last = addMonths(parseDate(at) ?? record.due, agreementReach)
  const wanted = ids.map((id, index) => ({ id, due: index === 0 ? record.due : last }))
  return until(() => erp.invoices(record.customer.id, wanted))
}

/** What was issued for the same months, to recognise an invoice that was issued again (case G46). */
const sameMonths = async (
  { erp, record, until }: Question,
  odd: readonly { due: CalendarDate }[],
): Promise<ErpInvoice[]> => {
  const dues = odd.map(({ due }) => due).toSorted()
  const [from] = dues
  const to = dues.at(-1)
  if (!from || !to) return []
  const between = { from: firstDay(from), to: addDays(addMonths(firstDay(to), 1), -1) }
  return until(() => erp.unpaidInvoices(record.customer.id, between))
}

/**
 * Everything that the ERP says of one record now: one request, and up to three more where an invoice is inactive or gone.
 * @throws the `erp-…` family
 */
export const wholeReading = async (question: Question): Promise<Reading> => {
  const { erp, record, agreements, until, at, confirmAfter } = question
  const own = await until(() => erp.invoices(record.customer.id, record.invoices))
  const odd = record.invoices.filter(({ id, fact }) => {
    const row = own.find((each) => each.id === id)
    return row ? row.fact === 'cancelled' || row.fact === 'renegotiated' : fact !== 'paid'
  })
  const agreed = odd.length > 0 && record.removal === null ? await until(agreements) : []
  const replaced = odd.filter(({ id }) => isRenegotiated(id, agreed))
  const gone = record.removal === null ? odd.filter((invoice) => !replaced.includes(invoice)) : []
  const rows = [
    ...own,
    ...(replaced.length > 0 ? await instalments(question, agreed) : []),
    ...(gone.length > 0 ? await sameMonths(question, gone) : []),
  ]
  return { rows, agreements: agreed, at, isWhole: true, confirmAfter }
}
