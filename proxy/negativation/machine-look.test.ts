import { expect, test } from 'vitest'
import { cents } from '../../shared/money.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import { transition } from './machine.ts'
import {
  absent,
  after,
  day,
  ended,
  hour,
  lag,
  look,
  minute,
  present,
  recordIn,
  removalOf,
  rules,
} from './machine.samples.ts'

const lookAt = (record: NegativationRecord, answer: DebtState, at: number) =>
  transition(record, look(answer), after(at), 'Nada Consta')!

/** The record after the same answer at several times. */
const looks = (record: NegativationRecord, answer: DebtState, times: readonly number[]): NegativationRecord =>
  times.reduce((before, at) => lookAt(before, answer, at).record, record)

const another = present('active', { cents: cents(1_00) })

test('an unknown inclusion is "not included" after spaced absent reads and the settle window, not before', () => {
  const unknown = recordIn('unknown')
  expect(looks(unknown, absent, [hour, 2 * hour, 3 * hour]).state).toBe('unknown')
  expect(looks(unknown, absent, [24 * hour]).state).toBe('unknown')
  expect(looks(unknown, absent, [24 * hour, 24 * hour + 29 * minute]).state).toBe('unknown')
  const { record, entry } = lookAt(looks(unknown, absent, [hour, 2 * hour]), absent, 24 * hour)
  expect(record.state).toBe('not-included')
  expect(entry).toMatchObject({ event: 'looked', code: 'absent', from: 'unknown' })
})

test('reads closer than the spacing count once, however many they are', () => {
  const often = Array.from({ length: 12 }, (_, index) => 30 * hour + index * minute)
  expect(looks(recordIn('unknown'), absent, often)).toMatchObject({ state: 'unknown', absentReads: 1 })
  const steady = Array.from({ length: 4 }, (_, index) => 30 * hour + index * 10 * minute)
  expect(looks(recordIn('unknown'), absent, steady).state).toBe('not-included')
})

test('G75 · a clock that was set back counts no read and starts the spacing anew', () => {
  const once = looks(recordIn('active'), absent, [40 * hour])
  const back = looks(once, absent, [38 * hour])
  expect(back).toMatchObject({ state: 'active', absentReads: 1 })
  expect(looks(back, absent, [38 * hour + 29 * minute]).state).toBe('active')
  expect(looks(back, absent, [38 * hour + 30 * minute]).state).toBe('removed')
})

test('one presence between two absences takes the first one back', () => {
  const seen = looks(looks(recordIn('active'), absent, [hour]), present(), [2 * hour])
  expect(looks(seen, absent, [3 * hour])).toMatchObject({ state: 'active', absentReads: 1 })
})

test('a found inclusion is adopted with its numbers', () => {
  const { record, entry } = lookAt(recordIn('unknown'), present('letter'), hour)
  expect(record).toMatchObject({ state: 'sent', protocol: 'P1', reference: 'R1', bureauState: 'letter' })
  expect(entry).toMatchObject({ code: 'letter', protocol: 'P1' })
})

test('G47 · another amount or due date is never adopted', () => {
  for (const other of [another, present('active', { due: day('2026-07-11') })]) {
    expect(lookAt(recordIn('unknown', { removal: removalOf() }), other, hour)).toMatchObject({
      record: { state: 'unknown', protocol: null, reference: null },
      entry: null,
    })
    expect(lookAt(recordIn('sent'), other, hour).record).toMatchObject({
      state: 'sent',
      bureauState: 'received',
    })
    expect(lookAt(recordIn('not-included'), other, hour).record).toMatchObject({
      state: 'unknown',
      protocol: null,
    })
  }
})

test('a found inclusion of a paid debt is cleared at once', () => {
  for (const state of ['unknown', 'not-included'] as const) {
    const { record } = lookAt(recordIn(state, { removal: removalOf() }), present('received'), 30 * hour)
    expect(record).toMatchObject({
      state: 'removal-requested',
      removal: { nextAt: null, deadline: '2026-11-27' },
    })
  }
})

test('an end without a number may be that of an earlier record of the same contract: it is no more than absence', () => {
  const unknown = recordIn('unknown')
  for (const state of ['refused', 'removed', 'expired'] as const)
    expect(lookAt(unknown, ended(state), hour)).toMatchObject({ record: { state: 'unknown' }, entry: null })
  expect(looks(unknown, ended('refused'), [24 * hour, 25 * hour]).state).toBe('not-included')
  expect(looks(unknown, ended('removed'), [24 * hour, 25 * hour]).state).toBe('removed')
  const numbered = recordIn('unknown', { protocol: 'P1' })
  expect(lookAt(numbered, ended('refused'), hour).record.state).toBe('rejected')
  expect(lookAt(numbered, ended('expired'), hour).record.state).toBe('removed')
})

test('G50 · a sent debt that the bureau does not show yet is no error', () => {
  const sent = recordIn('sent')
  expect(looks(sent, absent, [hour, 24 * hour, 48 * hour, 119 * hour])).toMatchObject({
    state: 'sent',
    version: 3,
  })
})

test('a sent debt that stays away for days is unknown again: it stays live, and only then can it be "not included"', () => {
  const { record } = lookAt(looks(recordIn('sent'), absent, [120 * hour]), absent, 121 * hour)
  expect(record).toMatchObject({ state: 'unknown', protocol: 'P1', absentReads: 0, bureauState: 'absent' })
  expect(looks(record, absent, [122 * hour]).state).toBe('unknown')
  expect(looks(record, absent, [122 * hour, 123 * hour]).state).toBe('not-included')
})

test('the way from the letter to the market leaves a line for each step, and none for a step that is not taken', () => {
  const letter = lookAt(recordIn('sent'), present('letter'), hour)
  expect(letter).toMatchObject({ record: { state: 'sent', bureauState: 'letter' }, entry: { to: 'sent' } })
  const same = lookAt(letter.record, present('letter'), 2 * hour)
  expect(same).toMatchObject({ entry: null, record: { lookedAt: after(2 * hour), version: 4 } })
  const active = lookAt(same.record, present('active'), 3 * hour)
  expect(active.record).toMatchObject({ state: 'active', version: 5 })
  expect(lookAt(active.record, present('letter'), 4 * hour).record.state).toBe('active')
})

test('a returned letter changes no state: what follows is a decision of a person', () => {
  expect(lookAt(recordIn('sent'), present('returned'), hour).record).toMatchObject({
    state: 'sent',
    bureauState: 'returned',
  })
})

test('an active debt that somebody else clears is removed after two spaced reads, or by its proven end', () => {
  expect(looks(recordIn('active'), absent, [hour]).state).toBe('active')
  expect(looks(recordIn('active'), absent, [hour, 2 * hour])).toMatchObject({
    state: 'removed',
    removal: null,
  })
  const { record, entry } = lookAt(recordIn('active'), ended('expired'), hour)
  expect(record).toMatchObject({ state: 'removed', bureauState: 'expired' })
  expect(entry).toMatchObject({ code: '77', text: 'encerrado' })
})

test('a removal is done after two spaced absent reads; a proven end counts as one', () => {
  const verifying = recordIn('verifying')
  expect(looks(verifying, absent, [3 * hour]).state).toBe('verifying')
  expect(looks(verifying, absent, [3 * hour, 3 * hour + 10 * minute]).state).toBe('verifying')
  for (const answer of [absent, ended('removed'), ended('expired'), ended('refused')]) {
    const record = looks(looks(verifying, answer, [3 * hour]), absent, [4 * hour])
    expect(record).toMatchObject({ state: 'removed', removal: { cause: 'paid', nextAt: null } })
  }
})

test('rules that ask for one read alone are not enough to call a name cleared', () => {
  const careless = { ...rules, reads: 1 }
  const event = { kind: 'looked', state: absent, rules: careless, lag, nextLookAt: null } as const
  expect(transition(recordIn('verifying'), event, after(3 * hour), 'x')!.record.state).toBe('verifying')
})

test('what the bureau still shows after its processing is sent again; what it says to be removing is waited for', () => {
  const verifying = recordIn('verifying')
  const accepted = 2 * hour
  expect(looks(verifying, present(), [accepted + lag - 1]).state).toBe('verifying')
  const { record, entry } = lookAt(verifying, present(), accepted + lag)
  expect(record).toMatchObject({
    state: 'removal-requested',
    removal: { nextAt: null, acceptedAt: null, problem: { code: 'removal-still-present' } },
  })
  expect(entry?.code).toBe('removal-still-present')
  expect(looks(verifying, present('removing'), [accepted + 3 * lag]).state).toBe('verifying')
})

test('G48 · "not found" on a removal is verified like any other; a record that shows after it is sent again at once', () => {
  const removing = recordIn('removing')
  const event = {
    kind: 'removal-absent',
    code: '44',
    text: 'registro inexistente',
    nextLookAt: null,
  } as const
  const { record, entry } = transition(removing, event, after(2 * hour), 'Nada Consta')!
  expect(entry).toMatchObject({ to: 'verifying', code: '44', text: 'registro inexistente' })
  expect(looks(record, absent, [3 * hour, 4 * hour]).state).toBe('removed')
  expect(looks(record, present(), [3 * hour]).state).toBe('removal-requested')
})

test('a cleared debt that shows once more is cleared once more, whatever amount stands there', () => {
  const removed = recordIn('removed', { removal: removalOf({ acceptedAt: after(2 * hour), attempts: 2 }) })
  for (const answer of [present(), another]) {
    const { record } = lookAt(removed, answer, 200 * hour)
    expect(record).toMatchObject({
      state: 'removal-requested',
      removal: { attempts: 2, acceptedAt: null, nextAt: null },
    })
  }
})

test('a debt that ended without a wish and shows once more is followed again', () => {
  expect(lookAt(recordIn('removed'), present('active'), 200 * hour).record.state).toBe('active')
  expect(lookAt(recordIn('removed'), present('letter'), 200 * hour).record.state).toBe('sent')
  expect(lookAt(recordIn('not-included'), present('active'), 200 * hour).record.state).toBe('sent')
})

test('what a platform wrote into its code or text is kept without documents', () => {
  const answer: DebtState = { kind: 'ended', state: 'refused', code: '12', text: '731.640.258-07 falecido' }
  expect(lookAt(recordIn('sent'), answer, hour).entry?.text).toBe('… falecido')
})
