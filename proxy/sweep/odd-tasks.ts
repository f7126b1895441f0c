import { liveStates } from '../../shared/api.ts'
import type { DebtInvoice, InvoiceFactKind, NegativationState, TaskKind } from '../../shared/api.ts'
import { cents, sumMoney } from '../../shared/money.ts'
import type { Cents } from '../../shared/money.ts'
import type { NegativationRecord } from '../store/records.ts'
import { instalmentsOf } from './agreements.ts'
import type { Looked, Reading } from './looked.ts'
import { reissueOf } from './reissue.ts'
import type { Told } from './verdict.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)

const idsOf = (looked: readonly Looked[]): string => looked.map(({ after }) => after.id).join(', ')

const paidCents = ({ after, row }: Looked): Cents =>
  after.fact === 'paid'
    ? cents(after.payment?.cents ?? after.cents)
    : cents((after.fact === 'partial' && row?.partlyPaidCents) || 0)

const balanceCents = (each: Looked): Cents => {
  const isOwed = each.after.fact === 'open' || each.after.fact === 'partial'
  return cents(isOwed ? Math.max(0, each.after.cents - paidCents(each)) : 0)
}

/** The listed value is higher than what is owed: both amounts, in cents (case G40). */
const partly = ({ totalCents }: NegativationRecord, looked: readonly Looked[]): Told => ({
  kind: 'partial-payment',
  params: {
    listedCents: totalCents,
    paidCents: sumMoney(looked.map(paidCents)),
    balanceCents: sumMoney(looked.map(balanceCents)),
  },
})

const isPartlyPaid = (invoices: readonly DebtInvoice[]): boolean =>
  invoices.some(({ fact }) => fact === 'partial') ||
  (invoices.some(({ fact }) => fact === 'paid') && invoices.some(({ fact }) => fact === 'open'))

const cancelled = (record: NegativationRecord, looked: readonly Looked[], { rows }: Reading): Told => {
  const replaced = looked.flatMap(({ after }) => reissueOf(record, after, rows) ?? [])
  const params = { invoices: idsOf(looked), ...(replaced.length > 0 && { reissuedAs: replaced.join(', ') }) }
  return { kind: 'invoice-cancelled', params }
}

const renegotiated = (looked: readonly Looked[], { agreements }: Reading): Told => ({
  kind: 'renegotiated',
  params: {
    invoices: idsOf(looked),
    newInvoices: looked.flatMap(({ after }) => [...instalmentsOf(after.id, agreements)]).join(', '),
  },
})

/**
 * What the ERP cannot prove to be settled and what is not simply open: a person's task, never a removal. A page of payments tells
 * nothing of the invoices that are not on it, so that only what is written off is told from one.
 */
export const oddTasks = (record: NegativationRecord, looked: readonly Looked[], reading: Reading): Told[] => {
  if (!live.has(record.state)) return []
  const of = (fact: InvoiceFactKind): Looked[] => looked.filter(({ after }) => after.fact === fact)
  const confirmed = (fact: InvoiceFactKind): Looked[] => of(fact).filter(({ isConfirmed }) => isConfirmed)
  const writtenOff = of('written-off').filter(({ row }) => row)
  const told: Told[] =
    writtenOff.length > 0 ? [{ kind: 'written-off', params: { invoices: idsOf(writtenOff) } }] : []
  if (!reading.isWhole) return told
  if (isPartlyPaid(looked.map(({ after }) => after))) told.push(partly(record, looked))
  if (of('renegotiated').length > 0) told.push(renegotiated(of('renegotiated'), reading))
  if (confirmed('cancelled').length > 0) told.push(cancelled(record, confirmed('cancelled'), reading))
  if (confirmed('vanished').length > 0)
    told.push({ kind: 'invoice-vanished', params: { invoices: idsOf(confirmed('vanished')) } })
  return told
}

const without = (invoices: readonly DebtInvoice[], fact: InvoiceFactKind): boolean =>
  !invoices.some((invoice) => invoice.fact === fact)

/** The tasks whose reason is gone after a whole look. */
export const settledKinds = (invoices: readonly DebtInvoice[]): TaskKind[] => [
  'invoice-unchecked',
  ...(isPartlyPaid(invoices) ? [] : (['partial-payment'] as const)),
  ...(without(invoices, 'written-off') ? (['written-off'] as const) : []),
  ...(without(invoices, 'renegotiated') ? (['renegotiated'] as const) : []),
  ...(without(invoices, 'cancelled') ? (['invoice-cancelled'] as const) : []),
  ...(without(invoices, 'vanished') ? (['invoice-vanished'] as const) : []),
  ...(invoices.every(({ fact }) => fact === 'paid') ? (['payment-returned'] as const) : []),
]
