import { formatDate } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'
import type { Clock } from './clock.ts'

/** The zone in which a business day begins and ends; the machine's own zone never counts (cases G78, G80). */
const businessZone = 'America/Sao_Paulo'

const inBusinessZone = new Intl.DateTimeFormat('en-GB', {
  timeZone: businessZone,
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Unix milliseconds, or the ISO text with `Z` that the API carries. A text without zone is no instant and throws. */
export type Instant = number | string

const isoInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** Milliseconds by which the business zone is ahead of UTC. */
const askOffset = (moment: number): number => {
  const parts = inBusinessZone.formatToParts(moment).map(({ type, value }) => [type, Number(value)])
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts) as Record<string, number>
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - 1000 * Math.floor(moment / 1000)
}

const quarterHour = 15 * 60_000
const mostKnown = 500
const knownOffsets = new Map<number, number>()

/** Asking the zone takes a hundred times as long as everything else here. Since 1970 no zone has changed within a quarter of an hour. */
const offsetAt = (moment: number): number => {
  if (moment < 0) return askOffset(moment)
  const quarter = Math.floor(moment / quarterHour)
  const known = knownOffsets.get(quarter)
  if (known !== undefined) return known
  if (knownOffsets.size >= mostKnown) knownOffsets.clear()
  const offset = askOffset(moment)
  knownOffsets.set(quarter, offset)
  return offset
}

const [earliest, latest] = [Date.UTC(1000, 0, 2), Date.UTC(9999, 11, 31)]

/** `YYYY-MM-DDThh:mm:ss…`, as the clocks in the business zone show it. */
const businessText = (instant: Instant): string => {
  if (typeof instant === 'string' && !isoInstant.test(instant))
    throw new RangeError('not an ISO instant in UTC')
  const moment = new Date(instant).getTime()
  if (!(moment >= earliest && moment < latest))
    throw new RangeError('the instant lies outside the years 1000 to 9999')
  return new Date(moment + offsetAt(moment)).toISOString()
}

/** The day of the calendar in the business zone at an instant, whatever the machine's zone (case G78). */
export const dateAt = (instant: Instant): CalendarDate => businessText(instant).slice(0, 10) as CalendarDate

/** Today in the business zone: tomorrow begins at midnight in Brazil, not at 21:00 (case G78). */
export const today = (clock: Clock): CalendarDate => dateAt(clock())

/** An instant for a screen, in the business zone: dd/mm/aaaa hh:mm. */
export const formatInstant = (instant: Instant): string =>
  `${formatDate(dateAt(instant))} ${businessText(instant).slice(11, 16)}`

/** The day of an instant for a screen, in the business zone: dd/mm/aaaa. */
export const formatDay = (instant: Instant): string => formatDate(dateAt(instant))

/** The time of day of an instant for a screen, in the business zone: hh:mm:ss. */
export const formatTime = (instant: Instant): string => businessText(instant).slice(11, 19)
