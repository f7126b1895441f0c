import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../shared/calendar.ts'
import { addDays, parseDate } from '../../shared/calendar.ts'
import {
  addBusinessDays,
  businessDaysAfter,
  businessDaysLeft,
  inclusionLimit,
  isBusinessDay,
  removalDeadline,
} from './deadlines.ts'
import { nationalHolidays } from './holidays.ts'

const day = (text: string): CalendarDate => parseDate(text)!

test('G33 · settled on Friday 13/11/2026: the fifth business day is 23/11, because 20/11 is a holiday', () => {
  expect(removalDeadline(day('2026-11-13'))).toBe('2026-11-23')
})

test('G34 · Christmas counts, Carnival is not assumed, 20/11 was not national in 2023', () => {
  expect(removalDeadline(day('2026-12-23'))).toBe('2026-12-31')
  expect(removalDeadline(day('2026-02-12'))).toBe('2026-02-19')
  expect(removalDeadline(day('2023-11-16'))).toBe('2023-11-23')
})

test('money available on a holiday or a weekend: the count begins with the first business day after it', () => {
  expect(removalDeadline(day('2026-05-01'))).toBe('2026-05-08')
  expect(removalDeadline(day('2026-11-14'))).toBe('2026-11-23')
  expect(removalDeadline(day('2026-11-15'))).toBe('2026-11-23')
})

test('Good Friday is no national holiday by any federal law: it counts as a business day', () => {
  expect(removalDeadline(day('2026-03-27'))).toBe('2026-04-03')
})

test('business days left fall to 0 on the last day and are negative from the day after, also on a weekend', () => {
  const deadline = removalDeadline(day('2026-11-13'))
  const left = (text: string) => businessDaysLeft(day(text), deadline)
  expect(
    ['2026-11-13', '2026-11-16', '2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map(left),
  ).toEqual([5, 4, 1, 1, 1, 0])
  expect(['2026-11-24', '2026-11-25'].map(left)).toEqual([-1, -2])
  expect(businessDaysLeft(day('2026-11-28'), day('2026-11-27'))).toBe(-1)
})

test('G36 · the limit counts calendar months and ends on the last day of a shorter month', () => {
  expect(inclusionLimit(day('2021-12-20'), 59)).toBe('2026-11-20')
  expect(inclusionLimit(day('2021-12-25'), 59)).toBe('2026-11-25')
  expect(inclusionLimit(day('2022-03-31'), 59)).toBe('2027-02-28')
})

const anyDay = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays(day('2010-01-01'), days))

const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay()

/** The fifth weekday after a day, by counting, without any holiday. */
const withoutTable = (from: CalendarDate): CalendarDate => {
  let date = from
  for (let left = 5; left > 0;) {
    date = addDays(date, 1)
    if (weekday(date) % 6 !== 0) left -= 1
  }
  return date
}

test('G34 · never later than without a table by more than the holidays in between, and never earlier', () => {
  fc.assert(
    fc.property(anyDay, (from) => {
      const bare = withoutTable(from)
      const deadline = removalDeadline(from)
      expect(deadline >= bare).toBe(true)
      const holidays = [Number(from.slice(0, 4)), Number(deadline.slice(0, 4))]
        .flatMap((year) => [...nationalHolidays(year)])
        .filter((date) => date > from && date <= deadline && weekday(date) % 6 !== 0)
      let latest = bare
      for (let left = new Set(holidays).size; left > 0;) {
        latest = addDays(latest, 1)
        if (weekday(latest) % 6 !== 0) left -= 1
      }
      expect(deadline <= latest).toBe(true)
    }),
  )
})

test('a deadline is a business day, and a later payment never has an earlier one', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), (from, days) => {
      const deadline = removalDeadline(from)
      expect([1, 2, 3, 4, 5]).toContain(weekday(deadline))
      expect(nationalHolidays(Number(deadline.slice(0, 4)))).not.toContain(deadline)
      expect(removalDeadline(addDays(from, days)) >= deadline).toBe(true)
    }),
  )
})

test('counting over any span agrees with counting day by day', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(900), (from, days) => {
      const to = addDays(from, days)
      let count = 0
      for (let date = from; date < to;) {
        date = addDays(date, 1)
        if (isBusinessDay(date)) count += 1
      }
      expect(businessDaysAfter(from, to)).toBe(count)
      expect(businessDaysAfter(from, addBusinessDays(from, count))).toBe(count)
    }),
  )
})

test('G80 · the deadline is the same in every zone of the machine', async () => {
  const module = fileURLToPath(new URL('deadlines.ts', import.meta.url))
  const script = `const { removalDeadline } = await import(${JSON.stringify(module)})
    process.stdout.write(['2026-11-13', '2026-12-23', '2026-05-01', '2018-11-01', '2019-02-14'].map(removalDeadline).join())`
  const inZone = (zone: string) =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
    })
  const zones = ['UTC', 'America/Sao_Paulo', 'America/Manaus', 'Pacific/Kiritimati', 'Etc/GMT+2']
  const answers = await Promise.all(zones.map(inZone))
  for (const { stdout } of answers)
    expect(stdout).toBe('2026-11-23,2026-12-31,2026-05-08,2018-11-09,2019-02-21')
  // Five processes, each with the holidays of all years.
}, 20_000)
