import type { DebtInvoice } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { Erp, ErpInvoice } from '../erps/erp.ts'
import type { NegativationRecord } from '../store/records.ts'
import { verdictOf } from '../sweep/verdict.ts'

/** Whether the removal may go out now. */
export type RemovalProof =
  /** `text` tells the history when it goes out on what was proved before. */
  | { kind: 'proven'; text?: string }
  /** The ERP says that something is owed (again); the invoices as it has them. */
  | { kind: 'undone'; invoices: DebtInvoice[] }
  | { kind: 'unread'; error: AppError }

/** So long after the last proof a removal waits for an ERP that cannot be read; milliseconds. */
const patience = 60 * 60_000

type Facts = Exclude<RemovalProof, { kind: 'unread' }> | { kind: 'silent' }

const factsIn = (record: NegativationRecord, rows: readonly ErpInvoice[], at: string): Facts => {
  const reading = { rows, agreements: null, at, isWhole: true, confirmAfter: Number.POSITIVE_INFINITY }
  const { proof, invoices } = verdictOf(record, reading)
  if (proof.kind === 'foreign') throw new AppError('erp-filter-ignored')
  if (proof.kind === 'hold' && proof.isHeld) return { kind: 'undone', invoices }
  const isPaid = record.invoices.every(({ id }) => rows.find((row) => row.id === id)?.fact === 'paid')
  return { kind: isPaid ? 'proven' : 'silent' }
}

/**
 * Reads the invoices of a paid record once more just before its removal is sent (case G38). The payment was proved when the wish
 * was set, and the wish stands: an ERP that cannot be read for an hour, or that does not show the invoices any more, contradicts
 * nothing, and a paid name must not stay listed because of it. A removal that was a mistake can be mended by a new inclusion, a
 * name that stays listed cannot. Only a row that says "owed" holds the removal (undone before transmission).
 */
export const removalProof = ({ erpOf, clock }: { erpOf: (erpId: string) => Promise<Erp>; clock: Clock }) => {
  /** When each record was proved last since this start; the wish is the first proof. */
  const proved = new Map<string, number>()

  const isPatient = (id: string, requestedAt: string): boolean => {
    const last = Math.max(Date.parse(requestedAt), proved.get(id) ?? 0)
    const waited = clock() - last
    return waited >= 0 && waited < patience
  }

  return {
    prove: async (record: NegativationRecord): Promise<RemovalProof> => {
      const { id, removal, erpId, customer, invoices } = record
      if (removal?.cause !== 'paid') return { kind: 'proven' }
      const facts = await erpOf(erpId)
        .then((erp) => erp.invoices(customer.id, invoices))
        .then((rows) => factsIn(record, rows, new Date(clock()).toISOString()))
        .catch(asAppError)
      if (!(facts instanceof AppError) && facts.kind !== 'silent') {
        if (facts.kind === 'proven') proved.set(id, clock())
        return facts
      }
      const error = facts instanceof AppError ? facts : new AppError('erp-unreadable')
      // A held removal was contradicted: nothing but a payment, or a person, frees it.
      if (removal.isHeld || isPatient(id, removal.requestedAt)) return { kind: 'unread', error }
      return { kind: 'proven', text: errorBody(new AppError('removal-earlier-proof')).text }
    },
    /** The record waits for no removal any more. */
    forget: (id: string): void => void proved.delete(id),
  }
}
