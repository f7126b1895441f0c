/**
 * A day of the calendar as `YYYY-MM-DD`, of the years 1000 to 9999. Texts compare in the order of the days. A due date is only
 * ever this: no `Date` and no time zone touches it (cases G77, G80).
 */
export type CalendarDate = string & { readonly brand: 'CalendarDate' }

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const two = (value: number): string => String(value).padStart(2, '0')

const dateOf = (year: number, month: number, day: number): CalendarDate | null => {
  const real =
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!real) return null
  return `${year}-${two(month)}-${two(day)}` as CalendarDate
}

const partsOf = (date: CalendarDate): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8)),
]

const timeOfDay = String.raw`(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const isoDate = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})${timeOfDay}$`)
const brazilianDate = new RegExp(`^(?<day>\\d{2})/(?<month>\\d{2})/(?<year>\\d{4})${timeOfDay}$`)

/**
 * The day that a text names, ISO or dd/mm/yyyy (HubSoft sends both), or null. A time of day and its zone are cut off, not
 * converted: a due date of midnight UTC is that day, not the day before in Brazil (cases G77, G79).
 */
export const parseDate = (text: string): CalendarDate | null => {
  const found = (isoDate.exec(text.trim()) ?? brazilianDate.exec(text.trim()))?.groups
  return found ? dateOf(Number(found['year']), Number(found['month']), Number(found['day'])) : null
}

/** A day for a screen: dd/mm/aaaa. */
export const formatDate = (date: CalendarDate): string =>
  `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

const inRange = (date: CalendarDate | null): CalendarDate => {
  if (!date) throw new RangeError('the day lies outside the years 1000 to 9999')
  return date
}

/** Days since 0000-03-01 of the Gregorian calendar: counting from March puts the leap day at the end of a year. */
const dayNumber = (date: CalendarDate): number => {
  const [year, month, day] = partsOf(date)
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leaps + Math.floor((153 * marchMonth + 2) / 5) + day - 1
}

const dateOfDayNumber = (number: number): CalendarDate => {
  const era = Math.floor(number / 146_097)
  const dayOfEra = number - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return inRange(dateOf(era * 400 + yearOfEra + (month > 2 ? 0 : 1), month, day))
}

/** The day so many days later; earlier with a negative number. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOfDayNumber(dayNumber(date) + days)

/** The same day so many months later, or the last of that month where it has no such day: 31/01 and a month is 28/02. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const [year, month, day] = partsOf(date)
  const count = year * 12 + month - 1 + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = count - targetYear * 12 + 1
  return inRange(dateOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth))))
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)
