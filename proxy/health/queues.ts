import type { Vitals } from '../../shared/api.ts'
import { removalsAtRisk } from '../negativation/removals-at-risk.ts'
import type { Store } from '../store/store.ts'

/** What waits or is under way, in numbers. `now` in Unix milliseconds. @throws what the store throws */
export const readQueues = async (store: Pick<Store, 'query'>, now: number): Promise<Vitals['queues']> => {
  const [removals, tasks, unknown, batches, queries] = await Promise.all([
    removalsAtRisk(store, now),
    store.query('tasks', { isOpen: true }),
    store.query('negativations', { state: 'unknown' }),
    store.query('batches', { state: 'running' }),
    store.query('queries', { state: 'running' }),
  ])
  return {
    removals: removals.pending,
    atRisk: removals.atRisk,
    tasks: tasks.length,
    unknownInclusions: unknown.length,
    batches: batches.length,
    queries: queries.length,
  }
}
