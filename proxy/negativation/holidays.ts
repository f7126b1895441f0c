import Holidays from 'date-holidays'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseDate } from '../../shared/calendar.ts'

const brazil = new Holidays('BR', { timezone: 'UTC', types: ['public'] })

/** A day of the year that a federal law names, e.g. `11-20`; it falls on the same date every year. */
const fixedDay = /^\d{2}-\d{2}$/

const holidaysOfYear = new Map<number, readonly CalendarDate[]>()

/**
 * The national holidays of a year that federal laws name by date (Leis 662/1949, 6.802/1980, 10.607/2002, 14.759/2023), in order.
 * Movable feasts are none: Carnival and Corpus Christi are no national holidays, Good Friday is one by local laws alone, and elections
 * fall on Sundays. Days of states and cities never count: an uncertain holiday makes a deadline earlier, never later (case G34).
 */
export const nationalHolidays = (year: number): readonly CalendarDate[] => {
  const known = holidaysOfYear.get(year)
  if (known) return known
  const days = brazil
    .getHolidays(year)
    .filter(({ rule }) => fixedDay.test(rule))
    .map(({ date }) => parseDate(date.slice(0, 10)))
    .filter((day) => day !== null)
    .toSorted((one, other) => (one < other ? -1 : 1))
  holidaysOfYear.set(year, days)
  return days
}
