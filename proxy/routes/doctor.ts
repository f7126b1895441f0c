import type { Clock } from '../../shared/clock.ts'
import { readHealth } from '../doctor/read-health.ts'
import type { ServerTime } from '../net/server-time.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handlers.ts'

interface Deps {
  store: Store
  clock: Clock
  time: ServerTime
}

/** What only the running service can tell the command `doctor`. */
export const doctorHandlers = ({ store, clock, time }: Deps): Pick<Handlers, 'consoleHealth'> => ({
  consoleHealth: async () => ({ ...(await readHealth(store, clock())), aheadMs: time.ahead() }),
})
