import { expect, test } from 'vitest'
import { liveStates, negativationStates } from '../../shared/api.ts'
import type { NegativationRecord } from '../store/records.ts'
import { alarmOf } from './alarm.ts'
import { after, day, hour, minute, recordIn, removalOf } from './machine.samples.ts'

/** Noon in São Paulo. */
const noon = (text: string): number => Date.parse(`${text}T15:00:00.000Z`)

test('G33 · settled on 13/11/2026 and never cleared: red from D+2 business days, overdue from 24/11', () => {
  const removal = removalOf({
    clockFrom: day('2026-11-13'),
    deadline: day('2026-11-23'),
    requestedAt: '2026-11-13T14:50:00.000Z',
  })
  const record = recordIn('removal-requested', { removal })
  const days = [
    '2026-11-13',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-23',
  ]
  expect(days.map((text) => alarmOf(record, noon(text)))).toEqual([
    'none',
    'hour',
    'one-day',
    'one-day',
    'three-days',
    'three-days',
    'three-days',
  ])
  expect(alarmOf(record, noon('2026-11-24'))).toBe('overdue')
})

test('the last day ends at midnight in Brazil, not three hours before', () => {
  const removal = removalOf({ clockFrom: day('2026-11-13'), deadline: day('2026-11-23') })
  const record = recordIn('verifying', { removal })
  expect(alarmOf(record, Date.parse('2026-11-24T02:59:00.000Z'))).toBe('three-days')
  expect(alarmOf(record, Date.parse('2026-11-24T03:00:00.000Z'))).toBe('overdue')
})

test('an hour without the bureau having taken it is told; one that it took waits for the days alone', () => {
  const at = Date.parse(removalOf().requestedAt)
  for (const state of ['unknown', 'removal-requested', 'removing'] as const) {
    const record = recordIn(state, { removal: removalOf() })
    expect(alarmOf(record, at + hour)).toBe('none')
    expect(alarmOf(record, at + hour + 1)).toBe('hour')
  }
  expect(alarmOf(recordIn('verifying'), at + 3 * hour)).toBe('none')
  expect(alarmOf(recordIn('verifying'), noon('2026-11-24'))).toBe('one-day')
})

test('a payment that was noticed late is as urgent as its day says', () => {
  const removal = removalOf({
    requestedAt: after(5 * 24 * hour),
    clockFrom: day('2026-11-16'),
    deadline: day('2026-11-24'),
  })
  expect(alarmOf(recordIn('removal-requested', { removal }), noon('2026-11-25'))).toBe('overdue')
})

test('without a payment the days count from the wish and no deadline passes', () => {
  const removal = removalOf({ cause: 'person', clockFrom: null, deadline: null })
  const record = recordIn('removal-requested', { removal })
  expect(alarmOf(record, Date.parse(removal.requestedAt) + 30 * minute)).toBe('none')
  expect(alarmOf(record, noon('2026-11-24'))).toBe('one-day')
  expect(alarmOf(record, noon('2027-11-24'))).toBe('three-days')
})

test('a held removal waits for a person: the hour is no alarm, the deadline is', () => {
  const record = recordIn('removal-requested', { removal: removalOf({ isHeld: true }) })
  expect(alarmOf(record, Date.parse(after(3 * hour)))).toBe('none')
  expect(alarmOf(record, noon('2026-11-30'))).toBe('overdue')
})

test('nothing alarms without a wish, or when the debt is not at the bureau', () => {
  const late = noon('2027-01-01')
  const alarms = (removal: NegativationRecord['removal']) =>
    negativationStates.filter((state) => alarmOf(recordIn(state, { removal }), late) !== 'none')
  expect(alarms(null)).toEqual([])
  expect(alarms(removalOf())).toEqual(liveStates)
})
