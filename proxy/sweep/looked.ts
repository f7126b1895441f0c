import type { DebtInvoice, InvoiceFactKind } from '../../shared/api.ts'
import type { ErpInvoice, Renegotiation } from '../erps/erp.ts'
import { isRenegotiated } from './agreements.ts'

/** What one look at the ERP brought. */
export interface Reading {
  /** The record's own invoices, the instalments that replace them, and what else was read of the customer. */
  rows: readonly ErpInvoice[]
  /** Null when they could not be read: then nothing is known of what became of an inactive invoice. */
  agreements: readonly Renegotiation[] | null
  /** ISO. */
  at: string
  /** Every invoice of the record was asked for: one without a row has vanished. False for a page of payments. */
  isWhole: boolean
  /** Milliseconds after which the same doubtful fact counts as read twice. */
  confirmAfter: number
}

/** An invoice before and after the look. */
export interface Looked {
  before: DebtInvoice
  after: DebtInvoice
  row: ErpInvoice | undefined
  /** Cancelled or vanished in two looks that lie far enough apart (case G46). */
  isConfirmed: boolean
}

const isDoubtful = (fact: InvoiceFactKind): boolean => fact === 'cancelled' || fact === 'vanished'

const factOf = (
  before: DebtInvoice,
  row: ErpInvoice | undefined,
  { agreements, isWhole }: Reading,
): InvoiceFactKind => {
  if (row && row.fact !== 'cancelled') return row.fact
  // Vanished contradicts no payment that was proved once.
  if (!row && (!isWhole || before.fact === 'paid')) return before.fact
  if (isRenegotiated(before.id, agreements)) return 'renegotiated'
  return row ? 'cancelled' : 'vanished'
}

/** Milliseconds since the last look; null when there was none, or when it lies ahead because the clock was set back (case G75). */
const ageOf = ({ checkedAt }: DebtInvoice, at: string): number | null => {
  const age = checkedAt === null ? -1 : Date.parse(at) - Date.parse(checkedAt)
  return age < 0 ? null : age
}

/** One invoice of a record in the light of a reading. */
export const look = (before: DebtInvoice, reading: Reading): Looked => {
  const row = reading.rows.find(({ id }) => id === before.id)
  if (!row && !reading.isWhole) return { before, after: before, row, isConfirmed: false }
  const fact = factOf(before, row, reading)
  const age = ageOf(before, reading.at)
  const isSame = isDoubtful(fact) && before.fact === fact && age !== null
  const isConfirmed = isSame && age >= reading.confirmAfter
  const after: DebtInvoice = {
    ...before,
    fact,
    payment: fact === 'paid' ? (row?.payment ?? before.payment) : null,
    // The first sight of a doubtful fact keeps its time, so that looks in quick succession never confirm it.
    checkedAt: isSame && !isConfirmed ? before.checkedAt : reading.at,
  }
  return { before, after, row, isConfirmed }
}
