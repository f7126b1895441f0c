import type { Clock } from '../../shared/clock.ts'
import type { DayTallies } from '../health/day-tallies.ts'
import { removalsAtRisk } from '../negativation/removals-at-risk.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handlers.ts'

interface DayDeps {
  store: Store
  days: DayTallies
  clock: Clock
}

/** What came of today and of yesterday, and for how many names time runs short now. */
export const dayHandlers = ({ store, days, clock }: DayDeps): Pick<Handlers, 'daySummary'> => ({
  daySummary: async () => {
    const [tallies, { atRisk }] = await Promise.all([days.read(), removalsAtRisk(store, clock())])
    return { ...tallies, atRisk }
  },
})
