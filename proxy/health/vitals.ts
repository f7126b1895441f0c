import type { Vitals } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'
import { readQueues } from './queues.ts'

const lastSweep = async (store: Pick<Store, 'query'>): Promise<string | null> => {
  const erps = await store.query('erps')
  const sweeps = await Promise.all(erps.map(({ id }) => store.query('sweeps', { id: `payments:${id}` })))
  const ends = sweeps.map(([sweep]) => sweep?.completedAt ?? null)
  if (ends.includes(null)) return null
  return ends.reduce((first, end) => (first !== null && end !== null && end > first ? first : end), null)
}

/**
 * How the service is, without a secret or anybody's data: for the popup, for the doctor and for whoever watches it. `startedAt` is when it
 * started and `now` is now, both in Unix milliseconds. @throws what the store throws
 */
export const readVitals = async (
  store: Store,
  { startedAt, now }: { startedAt: number; now: number },
): Promise<Vitals> => {
  const [lastSweepAt, queues] = await Promise.all([lastSweep(store), readQueues(store, now)])
  const { isReadOnly, reason } = store.status()
  return {
    // A clock that was set back makes nothing younger than new.
    uptimeSeconds: Math.max(0, Math.floor((now - startedAt) / 1_000)),
    isReadOnly,
    storeReason: reason,
    lastSweepAt,
    queues,
  }
}
