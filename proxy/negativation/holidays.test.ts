import { expect, test } from 'vitest'
import { nationalHolidays } from './holidays.ts'

/**
 * The dates as the laws name them, written down independently of the library: Lei 662/1949 with Lei 10.607/2002 (1/1, 21/4, 1/5, 7/9,
 * 2/11, 15/11, 25/12), Lei 6.802/1980 (12/10), Lei 14.759/2023 (20/11, in force since 2023-12-22).
 */
const lawDays = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25']
const lawDaysOf = (year: number): string[] =>
  [...lawDays, ...(year >= 2024 ? ['11-20'] : [])].map((day) => `${year}-${day}`).toSorted()

test('G34 · the national holidays of 2020 to 2035 are those of the federal laws, no more and no fewer', () => {
  for (let year = 2020; year <= 2035; year += 1) expect(nationalHolidays(year)).toEqual(lawDaysOf(year))
})

test('G34 · 20 November is a holiday from 2024 on; Carnival, Good Friday, Corpus Christi and days of states never are', () => {
  expect(nationalHolidays(2023)).not.toContain('2023-11-20')
  expect(nationalHolidays(2024)).toContain('2024-11-20')
  for (const day of ['2026-02-16', '2026-02-17', '2026-04-03', '2026-06-04', '2026-07-09', '2026-12-24'])
    expect(nationalHolidays(2026)).not.toContain(day)
})
