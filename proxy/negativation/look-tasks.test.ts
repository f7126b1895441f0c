import { expect, test } from 'vitest'
import { cents } from '../../shared/money.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import { lookTasks } from './look-tasks.ts'
import { absent, day, ended, present, recordIn, removalOf } from './machine.samples.ts'

const opened = (before: NegativationRecord, after: NegativationRecord, answer: DebtState) =>
  (lookTasks(before, after, answer).open ?? []).map(({ kind }) => kind)

const sent = recordIn('sent')
const active = recordIn('active')
const unknown = recordIn('unknown')

test('what is as it was sent opens nothing and closes the doubt', () => {
  const wishes = lookTasks(unknown, sent, present('received'))
  expect(wishes).toEqual({ open: [], close: ['inclusion-unknown'] })
})

test.each([
  ['another amount', present('active', { cents: cents(1) })],
  ['another day', present('active', { due: day('2020-01-01') })],
])('%s is told, in every state in which it is ours to know', (_what, answer) => {
  for (const record of [unknown, sent, active])
    expect(opened(record, record, answer)).toEqual(['inclusion-unknown'])
  const verifying = recordIn('verifying')
  expect(opened(verifying, verifying, answer)).toEqual([])
})

test('a letter that came back is told while nobody clears the name', () => {
  expect(opened(sent, sent, present('returned'))).toEqual(['letter-returned'])
  const latched = recordIn('removal-requested', { removal: removalOf() })
  expect(opened(latched, latched, present('returned'))).toEqual([])
})

test('an end by other hands is told, an end by age is not', () => {
  expect(opened(active, recordIn('removed'), absent)).toEqual(['removed-elsewhere'])
  expect(opened(active, recordIn('removed'), ended('removed'))).toEqual(['removed-elsewhere'])
  expect(opened(active, recordIn('removed'), ended('expired'))).toEqual([])
  expect(opened(sent, recordIn('rejected'), ended('refused'))).toEqual(['refused-later'])
  expect(opened(recordIn('verifying'), recordIn('removed'), absent)).toEqual([])
  expect(opened(unknown, recordIn('not-included'), absent)).toEqual([])
})

test('a registration that was accepted and stayed away is told with the answer; one that was never accepted is only looked at', () => {
  const { open } = lookTasks(sent, unknown, absent)
  expect(open).toEqual([{ kind: 'inclusion-unknown', heard: absent }])
  expect(opened(sent, sent, absent)).toEqual([])
  expect(opened(unknown, unknown, absent)).toEqual([])
})

test('what shows once more after its end is told', () => {
  expect(opened(recordIn('not-included'), sent, present('active'))).toEqual(['appeared-later'])
  expect(opened(recordIn('removed'), recordIn('removal-requested'), present('active'))).toEqual([
    'appeared-later',
  ])
  expect(opened(recordIn('removed'), recordIn('removed'), absent)).toEqual([])
})
