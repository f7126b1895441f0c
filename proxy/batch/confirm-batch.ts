import type { EligibilityReason, OperationParsed, Totals } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { PersonAct } from '../negativation/person-act.ts'
import { registeredRecords } from '../negativation/registered.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import type { BatchItemRecord, BatchRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { isApprovalNeeded } from './approval-needed.ts'
import { batchStateError } from './batch-state-error.ts'
import type { BatchBook } from './book.ts'
import type { Departure } from './departure-check.ts'
import { frozenItems } from './freeze-items.ts'
import { goingItems, warningsOf } from './going-items.ts'
import { itemTotals } from './item-totals.ts'
import type { BatchRunner } from './runner.ts'

export interface ConfirmBatchDeps {
  store: Store
  book: Pick<BatchBook, 'get' | 'items' | 'change'>
  departure: Departure
  runner: Pick<BatchRunner, 'start'>
  clock: Clock
}

/** A person's act, and the paired browser in which it was done. */
export interface BatchAct {
  act: PersonAct
  clientId: string
}

type Confirmation = OperationParsed<'batchConfirm'>

/** @throws `batch-count-differs` */
const assertTyped = (typed: number, { people }: Totals): void => {
  if (typed !== people) throw new AppError('batch-count-differs', { params: { typed, people } })
}

/** @throws `written-reason-missing` with the reasons that want one */
const assertWritten = (going: readonly BatchItemRecord[], written: string): void => {
  if (written !== '') return
  const wanted = new Map<string, EligibilityReason>()
  for (const reason of going.flatMap(warningsOf)) if (reason.written) wanted.set(reason.code, reason)
  if (wanted.size > 0)
    throw new AppError('written-reason-missing', { details: { reasons: [...wanted.values()] } })
}

/** The two acts of persons that let a batch leave: the confirmation, and the approval of a large one. */
export const batchConfirmer = ({ store, book, departure, runner, clock }: ConfirmBatchDeps) => {
  const now = (): string => new Date(clock()).toISOString()

  /** The records that hold invoices of items which are registered already, by the item's position. */
  const recordsInTheWay = async (
    batch: BatchRecord,
    items: readonly BatchItemRecord[],
  ): Promise<ReadonlyMap<number, string>> => {
    const found = new Map<number, string>()
    for (const { position, asked, reasons } of items) {
      if (!reasons.some(({ code }) => code === 'already-registered')) continue
      const [record] = (await registeredRecords(store, batch, asked.invoiceIds)).values()
      if (record) found.set(position, record.id)
    }
    return found
  }

  return {
    /**
     * Freezes what is confirmed and lets it leave, or lets it wait for a second person. The same key again is the same act. Resolves
     * once it is on disk.
     * @throws `batch-unknown`, `batch-state`, `batch-changed`, `batch-empty`, `batch-count-differs`, `written-reason-missing`,
     * `batch-over-daily-limit`, and as `Departure.assertOpen`
     */
    confirm: async ({ act, clientId }: BatchAct, input: Confirmation): Promise<BatchRecord> => {
      const { id, key, seal, people, accepted, written } = input
      const before = await book.get(id)
      if (before.confirmation?.key === key) return before
      if (before.state !== 'draft') throw batchStateError(before)
      if (before.seal !== seal) throw new AppError('batch-changed')
      const items = await book.items(id)
      const goingOnes = goingItems(items, accepted)
      if (goingOnes.length === 0) throw new AppError('batch-empty')
      const going = itemTotals(goingOnes)
      assertTyped(people, going)
      assertWritten(goingOnes, written)
      await departure.assertOpen(before)
      await departure.assertWithinDay(going.debts, going.debts)
      const inTheWay = await recordsInTheWay(before, items)
      const policy = await readInclusionPolicy(store)

      const confirmed = await book.change(id, (batch) => {
        if (batch.state !== 'draft') return null
        const at = now()
        return {
          fields: {
            state: isApprovalNeeded(going, policy) ? 'approval' : 'running',
            confirmation: { at, by: act.actor, clientId, key, accepted, written, going },
          },
          entry: { event: 'confirmed', actor: act.actor, text: written || null },
          items: frozenItems(items, accepted, { at, inTheWay }),
        }
      })
      if (!confirmed) {
        // Another press was quicker: the same one, or somebody else's (case G43).
        const batch = await book.get(id)
        if (batch.confirmation?.key === key) return batch
        throw batchStateError(batch)
      }
      if (confirmed.state === 'running') runner.start(act, id)
      return confirmed
    },
    /**
     * The second person's act; whoever approved it already attaches to it.
     * @throws `batch-unknown`, `batch-state`, `batch-approver-same`, `batch-count-differs`, `batch-over-daily-limit`, and as
     * `Departure.assertOpen`
     */
    approve: async (
      { act, clientId }: BatchAct,
      { id, people }: OperationParsed<'batchApprove'>,
    ): Promise<BatchRecord> => {
      const before = await book.get(id)
      const { confirmation } = before
      if (confirmation && before.approvedBy === act.actor) return before
      if (before.state !== 'approval' || !confirmation) throw batchStateError(before)
      if (confirmation.clientId === clientId) throw new AppError('batch-approver-same')
      assertTyped(people, confirmation.going)
      await departure.assertOpen(before)
      await departure.assertWithinDay(confirmation.going.debts, confirmation.going.debts)
      const approved = await book.change(id, (batch) =>
        batch.state === 'approval'
          ? {
              fields: { state: 'running', approvedBy: act.actor },
              entry: { event: 'approved', actor: act.actor, text: null },
            }
          : null,
      )
      if (!approved) throw batchStateError(await book.get(id))
      runner.start(act, id)
      return approved
    },
  }
}
