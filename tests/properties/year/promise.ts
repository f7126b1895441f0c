import { usualPace } from '../../../proxy/negativation/pace.ts'
import { dateAt } from '../../../shared/business-time.ts'
import { addDays } from '../../../shared/calendar.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Debt } from './debts.ts'
import { hour, minute } from './trouble.ts'

/** Between two ticks of this world by day; the service's own are five seconds apart. */
export const step = 10 * minute

const { sweep, audit, retryLongest, lookUnknown } = usualPace
/** A walk of the audit in slices of ten records, one a tick: sixty are live or watched at the end of the year, and on free days a tick is two hours. */
const walk = (60 / 10) * 2 * hour

/**
 * So long after everything is possible the bureau has the removal: its payment is seen with the next sweep and it leaves at once, or it
 * waits already and is tried again after the longest wait, or its inclusion of unknown end is looked up. A tick is lost at either end. A
 * long tick counts as ten minutes here: the service cannot do more than it is asked to.
 */
export const promised: number = Math.max(sweep, retryLongest, lookUnknown) + 2 * step
/** In true time, of what only the audit finds. */
export const promisedByAudit: number = promised + audit + walk

/** The national holidays of Brazil in the year of the test, from the statutes and not from a library. */
const holidays: ReadonlySet<string> = new Set([
  '2026-01-01',
  '2026-04-21',
  '2026-05-01',
  '2026-09-07',
  '2026-10-12',
  '2026-11-02',
  '2026-11-15',
  '2026-11-20',
  '2026-12-25',
  '2027-01-01',
])

export const isWorkday = (date: CalendarDate): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(date)
}

const week = 7 * 24 * hour

/** The desk registers at ten and answers its tasks at three. */
const deskHours: ReadonlySet<number> = new Set([10, 11, 15, 16])

/**
 * How long until the next tick: ten minutes in the hours in which something is done at the desk, before them an hour, so that none of it
 * is passed over, else two hours; every twenty-sixth week is ticked whole. In Brazil it is three hours earlier than in UTC.
 */
export const stepAt = (now: number): number => {
  if (Math.floor(now / week) % 26 === 0) return step
  const atHour = Math.floor((now - 3 * hour) / hour) % 24
  if (deskHours.has(atHour) && isWorkday(dayOf(now))) return step
  return deskHours.has(atHour + 1) ? hour : 2 * hour
}

/** The so-manieth workday after a day. */
export const workdaysAfter = (date: CalendarDate, count: number): CalendarDate => {
  let at = date
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (isWorkday(at)) left -= 1
  }
  return at
}

/** The last day for clearing a name, by Súmula 548. */
export const deadlineOf = ({ creditDay }: Debt): CalendarDate | null =>
  creditDay === null ? null : workdaysAfter(creditDay as CalendarDate, 5)

let known = { quarter: -1, day: '' as CalendarDate }

/** The business day of a moment; the world asks four times a tick, and no zone changes within a quarter of an hour. */
export const dayOf = (moment: number): CalendarDate => {
  const quarter = Math.floor(moment / (15 * minute))
  if (known.quarter !== quarter) known = { quarter, day: dateAt(moment) }
  return known.day
}
