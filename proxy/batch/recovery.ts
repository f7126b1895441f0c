import type { Clock } from '../../shared/clock.ts'
import { program } from '../negativation/ledger.ts'
import type { BatchRecord } from '../store/records.ts'
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

/**
 * What an earlier process left of its batches, from the disk alone. The first `run` notes which they are; what this process runs later
 * is none of them.
 */
export const batchRecovery = ({ store, book, clock, onFailure }: BatchRecoveryDeps) => {
  let left: string[] | null = null

  const settle = async (id: string): Promise<boolean> => {
    try {
      await book.change(id, (batch) => settled(batch, new Date(clock()).toISOString()))
      return true
    } catch (thrown) {
      onFailure(thrown)
      return false
    }
  }

  return {
    run: async (): Promise<void> => {
      left ??= [
        ...(await store.query('batches', { state: 'running' })),
        ...(await store.query('batches', { state: 'reading' })),
      ].map(({ id }) => id)
      const unsettled: string[] = []
      for (const id of left) if (!(await settle(id))) unsettled.push(id)
      left = unsettled
    },
  }
}
