import type { Totals } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseCnpj } from '../../shared/document.ts'
import { cents, sumMoney } from '../../shared/money.ts'
import type { OverdueInvoice } from '../erps/erp.ts'

/** The overdue invoices of one customer, one service and one issuer: what becomes one record. */
export interface OverdueDebt {
  id: string
  customer: OverdueInvoice['customer']
  serviceId: string | null
  /** As the rows name it; null when they name none. */
  service: OverdueInvoice['service']
  city: string
  /** As the ERP has it; empty when it names none. */
  issuer: string
  /** Oldest due date first; at least one. */
  invoices: readonly OverdueInvoice[]
}

/** What an ERP holds as an issuer may be anything; no more of it is needed to tell two apart. */
const longestIssuer = 30

const issuerKey = (issuer: string): string => parseCnpj(issuer) ?? issuer.slice(0, longestIssuer)

/** All invoices have the same few issuers, and a look at one is dear. */
const debtIds = () => {
  const known = new Map<string, string>()
  return ({ customerId, serviceId, issuer }: OverdueInvoice): string => {
    const named = issuer?.trim() ?? ''
    const key = known.get(named) ?? issuerKey(named)
    known.set(named, key)
    return `${customerId}:${serviceId ?? ''}:${key}`
  }
}

const inOrder = <Key extends string>(one: Key, other: Key): number =>
  one === other ? 0 : one < other ? -1 : 1

const byDue = (one: OverdueInvoice, other: OverdueInvoice): number =>
  inOrder(one.due, other.due) || inOrder(one.id, other.id)

/** While the rows disagree the service counts as not cancelled: the safer word (case G35). */
const speaker = (invoices: readonly OverdueInvoice[]): OverdueInvoice =>
  invoices.find(({ service }) => !service?.isCancelled) ?? invoices[0]!

const debtOf = (id: string, invoices: readonly OverdueInvoice[]): OverdueDebt => {
  const sorted = invoices.toSorted(byDue)
  const { customer, serviceId, service, city, issuer } = speaker(sorted)
  return { id, customer, serviceId, service, city, issuer: issuer?.trim() ?? '', invoices: sorted }
}

const oldestDue = ({ invoices }: OverdueDebt): CalendarDate => invoices[0]!.due

/** Puts invoices together into debts, the most late first. Each invoice is in exactly one of them. Pure. */
export const overdueDebts = (invoices: Iterable<OverdueInvoice>): OverdueDebt[] => {
  const idOf = debtIds()
  const groups = new Map<string, OverdueInvoice[]>()
  for (const invoice of invoices) {
    const id = idOf(invoice)
    const group = groups.get(id)
    if (group) group.push(invoice)
    else groups.set(id, [invoice])
  }
  return [...groups]
    .map(([id, group]) => debtOf(id, group))
    .toSorted((one, other) => inOrder(oldestDue(one), oldestDue(other)) || inOrder(one.id, other.id))
}

export const totalsOf = (debts: readonly OverdueDebt[]): Totals => {
  const invoices = debts.flatMap((debt) => debt.invoices)
  return {
    people: new Set(debts.map(({ customer }) => customer.id)).size,
    debts: debts.length,
    invoices: invoices.length,
    cents: sumMoney(invoices.map((invoice) => cents(invoice.cents))),
  }
}
