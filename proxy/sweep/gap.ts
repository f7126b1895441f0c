import type { Clock } from '../../shared/clock.ts'
import type { Store } from '../store/store.ts'

const minute = 60_000
/** A restart takes moments, and the sign of life is given once a minute. */
const usual = 5

/** For how many minutes nobody looked before this start; 0 when the service was not stopped (case G74). */
export const gapBefore = async (store: Store, clock: Clock): Promise<number> => {
  const [heartbeat] = await store.query('heartbeats', { id: 'heartbeat' })
  const minutes = heartbeat ? Math.floor((clock() - Date.parse(heartbeat.at)) / minute) : 0
  return minutes >= usual ? minutes : 0
}
