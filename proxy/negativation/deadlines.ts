import type { CalendarDate } from '../../shared/calendar.ts'
import { addDays, addMonths, daysBetween } from '../../shared/calendar.ts'
import { nationalHolidays } from './holidays.ts'

/** Business days that a creditor has to clear a name (STJ Súmula 548, REsp 1.424.792). */
const removalDays = 5

const aMonday = '2024-01-01' as CalendarDate

const isWeekday = (date: CalendarDate): boolean => {
  const day = daysBetween(aMonday, date) % 7
  return (day < 0 ? day + 7 : day) < 5
}

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))

/** Monday to Friday without national holidays. */
export const isBusinessDay = (date: CalendarDate): boolean =>
  isWeekday(date) && !nationalHolidays(yearOf(date)).includes(date)

/** The so-manieth business day after a day; the day itself with 0. `count` is a whole number from 0. */
export const addBusinessDays = (date: CalendarDate, count: number): CalendarDate => {
  let day = date
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isBusinessDay(day)) left -= 1
  }
  return day
}

/** Business days after `from` up to `to`, which is not the earlier one. Takes the same time for any span but for a look a year. */
export const businessDaysAfter = (from: CalendarDate, to: CalendarDate): number => {
  const days = daysBetween(from, to)
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let day = addDays(from, weeks * 7); day < to;) {
    day = addDays(day, 1)
    if (isWeekday(day)) count += 1
  }
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    count -= nationalHolidays(year).filter((day) => from < day && day <= to && isWeekday(day)).length
  return count
}

/**
 * The last day on which a paid name must be cleared: the fifth business day, counted from the first one after the day on which the
 * money was available (cases G33, G34).
 * @param from `data_credito`, else `data_pagamento`
 */
export const removalDeadline = (from: CalendarDate): CalendarDate => addBusinessDays(from, removalDays)

/** Business days left: 0 on the last day, negative after it, also on the weekend that follows. */
export const businessDaysLeft = (today: CalendarDate, deadline: CalendarDate): number =>
  today <= deadline ? businessDaysAfter(today, deadline) : -Math.max(1, businessDaysAfter(deadline, today))

/** The last day on which a debt may be registered: so many months after its due date, the last of a month that has no such day (case G36). */
export const inclusionLimit = (due: CalendarDate, maxMonths: number): CalendarDate =>
  addMonths(due, maxMonths)
