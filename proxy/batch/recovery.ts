import type { Clock } from '../../shared/clock.ts'
import { program } from '../negativation/ledger.ts'
import type { BatchRecord } from '../store/records.ts'
import { settleLeft } from '../store/settle-left.ts'
import type { Store } from '../store/store.ts'
import type { BatchBook, BatchChange } from './book.ts'

interface BatchRecoveryDeps {
  store: Pick<Store, 'query'>
  book: Pick<BatchBook, 'change'>
  clock: Clock
  /** Told when the disk did not take it; the next `run` tries again. */
  onFailure: (thrown: unknown) => void
}

/** A restart never sends: a batch that ran waits for a person, and one that was being read is given up (case G31). */
const settled = ({ state }: BatchRecord, at: string): BatchChange | null => {
  const entry = { event: 'interrupted' as const, actor: program, text: null }
  if (state === 'running') return { fields: { state: 'interrupted' }, entry, isOutcome: true }
  return state === 'reading' ? { fields: { state: 'cancelled', endedAt: at }, entry, isOutcome: true } : null
}

/** What an earlier process left of its batches. */
export const batchRecovery = ({ store, book, clock, onFailure }: BatchRecoveryDeps) =>
  settleLeft({
    find: async () =>
      [
        ...(await store.query('batches', { state: 'running' })),
        ...(await store.query('batches', { state: 'reading' })),
      ].map(({ id }) => id),
    settle: (id) => book.change(id, (batch) => settled(batch, new Date(clock()).toISOString())),
    onFailure,
  })
