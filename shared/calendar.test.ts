import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { dateAt, formatInstant, formatTime, today } from './business-time.ts'
import { addDays, addMonths, daysBetween, formatDate, parseDate } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'

const date = (text: string): CalendarDate => {
  const parsed = parseDate(text)
  if (!parsed) throw new Error(`not a date: ${text}`)
  return parsed
}

const anyDate = fc.integer({ min: 0, max: 200_000 }).map((days) => addDays(date('1900-01-01'), days))

/** 2026-11-25T10:00:00-03:00, the moment at which every case takes place. */
const now = Date.UTC(2026, 10, 25, 13)

const machineZone = process.env['TZ']
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = machineZone
})

/** Puts the machine into a zone and proves that it took effect: minutes west of Greenwich in July 2026. */
const enterZone = (zone: string, minutesWest: number): void => {
  process.env['TZ'] = zone
  expect(new Date(Date.UTC(2026, 6, 1, 12)).getTimezoneOffset()).toBe(minutesWest)
}

const machineZones: [zone: string, minutesWest: number][] = [
  ['UTC', 0],
  ['America/Sao_Paulo', 180],
  ['America/Manaus', 240],
  ['Etc/GMT+2', 120],
  ['Pacific/Kiritimati', -840],
]

describe.each(machineZones)('on a machine in %s', (zone, minutesWest) => {
  test('G77 · a due date does not shift', () => {
    enterZone(zone, minutesWest)
    for (const text of [
      '2026-07-01',
      '01/07/2026',
      '2026-07-01T00:00:00.000Z',
      '2026-07-01T00:00:00-03:00',
      '2026-07-01 00:00:00',
    ]) {
      expect(parseDate(text)).toBe('2026-07-01')
      expect(formatDate(date(text))).toBe('01/07/2026')
    }
  })

  test('G78 · today is the day in the business zone', () => {
    enterZone(zone, minutesWest)
    const evening = Date.UTC(2026, 11, 1, 1, 30)
    expect(today(() => evening)).toBe('2026-11-30')
    expect(
      daysBetween(
        date('2026-11-30'),
        today(() => evening),
      ),
    ).toBe(0)
    expect(today(() => Date.UTC(2026, 11, 1, 3))).toBe('2026-12-01')
  })

  test('G79 · the time of day does not count', () => {
    enterZone(zone, minutesWest)
    expect(daysBetween(date('2026-11-25T15:00:00'), dateAt(now))).toBe(0)
    expect(daysBetween(date('2026-10-25T23:59'), dateAt(now))).toBe(31)
  })

  test('G80 · daylight saving, past or imagined, makes no day longer or shorter', () => {
    enterZone(zone, minutesWest)
    expect(daysBetween(date('2018-11-03'), date('2018-11-05'))).toBe(2)
    expect(addDays(date('2018-11-03'), 1)).toBe('2018-11-04')
    expect(daysBetween(date('2019-02-16'), date('2019-02-18'))).toBe(2)
    expect(addDays(date('2019-02-16'), 1)).toBe('2019-02-17')
    expect(daysBetween(date('2027-10-16'), date('2027-10-18'))).toBe(2)
    expect(addDays(date('2027-10-16'), 1)).toBe('2027-10-17')
    expect(dateAt(Date.UTC(2018, 10, 4, 3))).toBe('2018-11-04')
  })

  test('an instant on the screen', () => {
    enterZone(zone, minutesWest)
    expect(formatInstant(now)).toBe('25/11/2026 10:00')
    expect(formatInstant('2026-12-01T01:30:00.000Z')).toBe('30/11/2026 22:30')
    expect(formatInstant('2026-12-01T03:00:00Z')).toBe('01/12/2026 00:00')
    expect(formatTime('2026-12-01T03:00:05Z')).toBe('00:00:05')
  })
})

test('what is no day is refused', () => {
  const texts = [
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '31/04/2026',
    '1/7/2026',
    '01/07/26',
    '07/13/2026',
    '2026-7-1',
    '20260701',
    '2026-07-01T',
    '2026-07-01x',
    '0000-01-01',
    '01-07-2026',
    'amanhã',
  ]
  for (const text of texts) expect(parseDate(text)).toBeNull()
  expect(parseDate('2028-02-29')).toBe('2028-02-29')
  expect(parseDate('2100-02-29')).toBeNull()
  expect(parseDate('2000-02-29')).toBe('2000-02-29')
})

test('months end on a day that exists', () => {
  expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(date('2028-01-31'), 1)).toBe('2028-02-29')
  expect(addMonths(date('2026-12-15'), 1)).toBe('2027-01-15')
  expect(addMonths(date('2026-01-31'), -2)).toBe('2025-11-30')
  expect(addMonths(date('2026-11-25'), -59)).toBe('2021-12-25')
  expect(addMonths(date('2008-02-29'), 216)).toBe('2026-02-28')
})

test('days added are days counted, in the order of the texts', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      const to = addDays(from, days)
      expect(daysBetween(from, to)).toBe(days)
      expect(addDays(to, -days)).toBe(from)
      expect(Math.sign(days)).toBe(from < to ? 1 : from > to ? -1 : 0)
    }),
  )
})

test('the arithmetic is that of the Gregorian calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
      const expected = new Date(days * 86_400_000).toISOString().slice(0, 10)
      expect(addDays(date('1970-01-01'), days)).toBe(expected)
    }),
  )
})

test('a formatted day can be read back', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(parseDate(formatDate(day))).toBe(day)
    }),
  )
})

test('the calendar ends where its text does', () => {
  expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError)
  expect(() => addMonths(date('1000-01-01'), -1)).toThrow(RangeError)
})

test('an instant has the day and the hour that the zone gives it, in every year and on both sides of each change of the clocks', () => {
  const zone = new Intl.DateTimeFormat('pt-BR', {
    timeZone: 'America/Sao_Paulo',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const change = fc.constantFrom(Date.UTC(1985, 10, 2, 3), Date.UTC(2018, 10, 4, 3), Date.UTC(2019, 1, 17, 2))
  const near = fc.integer({ min: -7_200_000, max: 7_200_000 })
  const instant = fc.oneof(
    fc.integer({ min: Date.UTC(1901, 0), max: Date.UTC(2100, 0) }),
    fc.tuple(change, near).map(([moment, by]) => moment + by),
  )
  fc.assert(
    fc.property(instant, (moment) => {
      expect(formatInstant(moment)).toBe(zone.format(moment).replace(', ', ' '))
    }),
  )
})

test('a text without zone is no instant', () => {
  for (const text of ['ontem', '2026-07-01', '2026-07-01T10:00:00', '01/07/2026Z']) {
    expect(() => formatInstant(text)).toThrow(RangeError)
  }
})
