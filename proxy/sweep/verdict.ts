import type { DebtInvoice, InvoiceFactKind, RemovalCause, Task, TaskKind } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseDocument } from '../../shared/document.ts'
import type { ErpInvoice } from '../erps/erp.ts'
import type { NegativationRecord } from '../store/records.ts'
import { firstPaidInstalment } from './agreements.ts'
import type { Looked, Reading } from './looked.ts'
import { look } from './looked.ts'
import { oddTasks } from './odd-tasks.ts'
import { reissueOf } from './reissue.ts'

export type { Reading } from './looked.ts'

/** A task that the ERP's facts call for. */
export interface Told {
  kind: TaskKind
  params: Task['params']
}

type ErpCause = Exclude<RemovalCause, 'person'>

export type Proof =
  | { kind: 'nothing' }
  /** Nothing is owed any more. `clockFrom` is the day on which the last of its money was available. */
  | {
      kind: 'remove'
      cause: ErpCause
      clockFrom: CalendarDate | null
      reissued: { from: string; to: string } | null
    }
  /** The payment behind a wish that was not sent yet is gone (`true`), or there again. */
  | { kind: 'hold'; isHeld: boolean }
  /** A row with the invoice's number is of somebody else: nothing of it is believed. */
  | { kind: 'foreign' }

export interface Verdict {
  proof: Proof
  /** The record's invoices with their new facts; as they were when the proof is `foreign`. */
  invoices: DebtInvoice[]
  /** What a person has to know or to decide. */
  tasks: Told[]
}

type States = ReadonlySet<NegativationRecord['state']>
/** A proved payment asks for a removal here; of a `not-included` record too, because it may appear later. */
const clearable: States = new Set(['sending', 'unknown', 'not-included', 'sent', 'active'])
const waiting: States = new Set(['sending', 'unknown', 'removal-requested'])
const underWay: States = new Set(['removing', 'verifying', 'removed'])

const nothing: Proof = { kind: 'nothing' }

/** No wish stands yet, and one would mean something. */
const isClearable = ({ state, removal }: NegativationRecord): boolean =>
  removal === null && clearable.has(state)

/** A wish stands that came without a payment: a payment still starts its legal clock. */
const lacksClock = ({ state, removal }: NegativationRecord): boolean =>
  removal !== null && removal.clockFrom === null && state !== 'removed'

/** Whether a payment changes anything about this record. */
export const awaitsPayment = (record: NegativationRecord): boolean =>
  isClearable(record) || lacksClock(record)

/** Same number, but another customer's or another person's. */
const isForeign = ({ customer, debtor }: NegativationRecord, row: ErpInvoice): boolean =>
  row.customerId !== customer.id || (row.document !== null && parseDocument(row.document) !== debtor.document)

const creditDay = ({ payment }: Pick<DebtInvoice, 'payment'>): CalendarDate | null =>
  payment && (payment.credited ?? payment.paid)

/** The day that settled an invoice, null when it was settled without money; `false` when it is not settled. */
const settledOn = ({ after, isConfirmed }: Looked, reading: Reading): CalendarDate | null | false => {
  if (after.fact === 'paid') return creditDay(after)
  if (after.fact === 'renegotiated') {
    const first = firstPaidInstalment(after.id, reading)
    return first ? creditDay(first) : false
  }
  // Only where the agreements could be read is an inactive invoice known not to be a renegotiated one.
  return after.fact === 'cancelled' && isConfirmed && reading.agreements !== null ? null : false
}

const latest = (days: readonly (CalendarDate | null | false)[]): CalendarDate | null =>
  days.reduce<CalendarDate | null>((last, day) => (day && (last === null || day > last) ? day : last), null)

const causeOf = (looked: readonly Looked[]): ErpCause => {
  if (looked.every(({ after }) => after.fact === 'paid')) return 'paid'
  return looked.some(({ after }) => after.fact === 'renegotiated') ? 'renegotiated' : 'invoice-cancelled'
}

/** One debt at the bureau holds all its invoices and cannot be made smaller: it leaves when the last of them is settled. */
const proofOfEnd = (record: NegativationRecord, looked: readonly Looked[], reading: Reading): Proof => {
  const days = looked.map((each) => settledOn(each, reading))
  if (days.length === 0 || days.includes(false)) return nothing
  const [reissued = null] = looked
    .filter(({ after }) => after.fact === 'cancelled')
    .flatMap(({ after }) => {
      const to = reissueOf(record, after, reading.rows)
      return to === null ? [] : [{ from: after.id, to }]
    })
  return { kind: 'remove', cause: causeOf(looked), clockFrom: latest(days), reissued }
}

/** What contradicts a payment; one that was written off instead brought no money either. */
const contradicting: ReadonlySet<InvoiceFactKind> = new Set(['open', 'partial', 'written-off'])
const isOwed = ({ row }: Looked): boolean => row !== undefined && contradicting.has(row.fact)

/** A wish that came from money, and a row that says that something is owed; a missing row says nothing. */
const isTakenBack = ({ removal }: NegativationRecord, looked: readonly Looked[]): boolean =>
  (removal?.cause === 'paid' || (removal?.cause === 'person' && removal.clockFrom !== null)) &&
  looked.some(isOwed)

const afterWish = (
  record: NegativationRecord,
  looked: readonly Looked[],
): Pick<Verdict, 'proof' | 'tasks'> => {
  const { state, removal } = record
  const takenBack = isTakenBack(record, looked)
  if (underWay.has(state))
    return { proof: nothing, tasks: takenBack ? [{ kind: 'payment-returned', params: {} }] : [] }
  if (removal?.cause !== 'paid' || !waiting.has(state)) return { proof: nothing, tasks: [] }
  if (takenBack)
    return { proof: { kind: 'hold', isHeld: true }, tasks: [{ kind: 'payment-undone', params: {} }] }
  const isPaidAgain = removal.isHeld && looked.every(({ row }) => row?.fact === 'paid')
  return { proof: isPaidAgain ? { kind: 'hold', isHeld: false } : nothing, tasks: [] }
}

/**
 * What the ERP proves about a record. Paid only when every invoice is quit by a row of its own number, customer and document, whatever
 * the amount (cases G39, G41, G47); partly paid, written off and vanished never are; cancelled counts after two looks (case G46);
 * renegotiated with the first instalment paid (case G37); a payment taken back never includes anybody again (case G42). Pure.
 */
export const verdictOf = (record: NegativationRecord, reading: Reading): Verdict => {
  const own = record.invoices.flatMap(({ id }) => reading.rows.find((row) => row.id === id) ?? [])
  const foreign = own.find((row) => isForeign(record, row))
  if (foreign) {
    const tasks: Told[] = [{ kind: 'invoice-vanished', params: { invoices: foreign.id } }]
    return { proof: { kind: 'foreign' }, invoices: record.invoices, tasks: isClearable(record) ? tasks : [] }
  }
  const looked = record.invoices.map((invoice) => look(invoice, reading))
  const invoices = looked.map(({ after }) => after)
  const proof = awaitsPayment(record) ? proofOfEnd(record, looked, reading) : nothing
  if (lacksClock(record) && proof.kind === 'remove' && proof.clockFrom) return { proof, invoices, tasks: [] }
  if (!isClearable(record)) return { ...afterWish(record, looked), invoices }
  return { proof, invoices, tasks: proof.kind === 'remove' ? [] : oddTasks(record, looked, reading) }
}
