import type { BatchState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { program } from '../negativation/ledger.ts'
import type { BatchRecord } from '../store/records.ts'
import type { BatchBook, BatchChange } from './book.ts'
import type { ItemCounts } from './item-state.ts'
import type { ItemStates } from './item-states.ts'

export interface FinishDeps {
  book: Pick<BatchBook, 'change'>
  states: ItemStates
  clock: Clock
}

/** Confirmed, and with something left to do or to wait for. */
const underWay: ReadonlySet<BatchState> = new Set(['running', 'paused', 'stopped', 'interrupted'])

/** The end of a batch, if it has come to it: nothing waits and nothing is being sent, or its rest was cancelled and nothing is being sent. */
const endOf = (batch: BatchRecord, counts: ItemCounts, at: string): BatchChange | null => {
  if (counts.sending > 0) return null
  if (batch.state === 'cancelled' && batch.endedAt === null)
    return { fields: { endedAt: at }, entry: null, isOutcome: true }
  if (!underWay.has(batch.state) || counts.waiting > 0) return null
  return {
    fields: { state: 'done', stop: null, endedAt: at },
    entry: { event: 'done', actor: program, text: null },
    isOutcome: true,
  }
}

/**
 * Ends a batch of which nothing waits or is being sent any more. Resolves to the ended batch, or to null when it is not at its end, or
 * was there already. @throws `batch-unknown`, `store-write-failed`
 */
export const finishBatch = ({ book, states, clock }: FinishDeps) => {
  return async (batchId: string): Promise<BatchRecord | null> => {
    const items = await states.of(batchId)
    return book.change(batchId, (batch) => endOf(batch, items.counts(), new Date(clock()).toISOString()))
  }
}
