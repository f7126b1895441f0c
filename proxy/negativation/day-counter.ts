import { dateAt } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'

/** Unix milliseconds; null for what has not happened. */
type Moment = number | null

/** In every zone a day's instants lie within this of its noon in UTC; only for these the zone is asked, which is slow. Milliseconds. */
const nearby = 36 * 3_600_000

/** Counts moments by the day in the business zone. The first question about a day walks over all of them, a further one costs nothing. */
export const dayCounter = (all: () => Iterable<Moment>) => {
  const counts = new Map<CalendarDate, number>()

  const walk = (day: CalendarDate): number => {
    const noon = Date.parse(`${day}T12:00:00Z`)
    let count = 0
    for (const moment of all())
      if (moment !== null && Math.abs(moment - noon) < nearby && dateAt(moment) === day) count += 1
    return count
  }
  const add = (moment: Moment, change: 1 | -1): void => {
    if (moment === null || counts.size === 0) return
    const day = dateAt(moment)
    const known = counts.get(day)
    if (known !== undefined) counts.set(day, known + change)
  }

  return {
    on: (day: CalendarDate): number => {
      const count = counts.get(day) ?? walk(day)
      counts.set(day, count)
      return count
    },
    /** One of them has become another one. */
    moved: (before: Moment, after: Moment): void => {
      if (before === after) return
      add(before, -1)
      add(after, 1)
    },
  }
}
