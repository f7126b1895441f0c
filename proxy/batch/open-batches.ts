import type { BatchState } from '../../shared/api.ts'
import type { BatchRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'

const mayBeAtEnd: readonly BatchState[] = ['running', 'paused', 'stopped', 'interrupted', 'cancelled']

/**
 * Ends the batches whose last item came to its end while nobody ran them: after a pause, a restart, or when the disk was full.
 * @throws what the store throws
 */
export const openBatches =
  ({
    store,
    finish,
  }: {
    store: Pick<Store, 'query'>
    finish: (batchId: string) => Promise<BatchRecord | null>
  }) =>
  async (): Promise<void> => {
    for (const state of mayBeAtEnd)
      // With the mark in the question: what was cancelled in years is not copied at every tick.
      for (const { id } of await store.query('batches', { state, endedAt: null })) await finish(id)
  }
