import { formatDate, parseDate } from './calendar.ts'
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

const businessParts = (instant: Instant): Record<string, string> => {
  if (typeof instant === 'string' && !isoInstant.test(instant))
    throw new RangeError('not an ISO instant in UTC')
  return Object.fromEntries(
    inBusinessZone.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  )
}

/** The day of the calendar in the business zone at an instant, whatever the machine's zone (case G78). */
export const dateAt = (instant: Instant): CalendarDate => {
  const { year, month, day } = businessParts(instant)
  const date = parseDate(`${year}-${month}-${day}`)
  if (!date) throw new RangeError('the instant lies outside the years 1000 to 9999')
  return date
}

/** Today in the business zone: tomorrow begins at midnight in Brazil, not at 21:00 (case G78). */
export const today = (clock: Clock): CalendarDate => dateAt(clock())

/** An instant for a screen, in the business zone: dd/mm/aaaa hh:mm. */
export const formatInstant = (instant: Instant): string => {
  const { hour, minute } = businessParts(instant)
  return `${formatDate(dateAt(instant))} ${hour}:${minute}`
}

/** The day of an instant for a screen, in the business zone: dd/mm/aaaa. */
export const formatDay = (instant: Instant): string => formatDate(dateAt(instant))

/** The time of day of an instant for a screen, in the business zone: hh:mm:ss. */
export const formatTime = (instant: Instant): string => {
  const { hour, minute, second } = businessParts(instant)
  return `${hour}:${minute}:${second}`
}
