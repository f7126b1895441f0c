import { expect, test } from 'vitest'
import type { NegativationState } from '../../shared/api.ts'
import { recordIn, removalOf } from './machine.samples.ts'
import { lookAfter, lookRank, nextLook } from './look-schedule.ts'
import { usualPace } from './pace.ts'

const changedAt = '2026-11-02T13:00:00.000Z'
const changed = Date.parse(changedAt)
const hour = 3_600_000
const lowest = (bytes: number) => new Uint8Array(bytes)
const middle = (bytes: number) => new Uint8Array(bytes).fill(128)

test('an unknown end is looked at at once, the others after their pace, unless the bureau gave a moment', () => {
  const at = (state: NegativationState, nextLookAt: string | null = null) =>
    nextLook(recordIn(state, { changedAt, nextLookAt }), usualPace, changed)
  expect(at('unknown')).toBe(changed)
  expect(at('sent')).toBe(changed + 6 * hour)
  expect(at('active')).toBe(changed + 24 * hour)
  expect(at('verifying')).toBe(changed + hour / 2)
  expect(at('active', '2026-11-02T14:00:00.000Z')).toBe(changed + hour)
})

test('what waits for something else than the bureau is not looked at', () => {
  for (const state of ['draft', 'sending', 'cancelled', 'rejected', 'removal-requested', 'removing'] as const)
    expect(nextLook(recordIn(state), usualPace, changed)).toBeNull()
})

test('a record that ended is looked at for thirty days and then no more', () => {
  const record = recordIn('removed', { changedAt })
  expect(nextLook(record, usualPace, changed + usualPace.watch)).not.toBeNull()
  expect(nextLook(record, usualPace, changed + usualPace.watch + 1)).toBeNull()
})

test('a paid name whose inclusion has an unknown end goes first', () => {
  const removal = removalOf()
  const ranks = [
    recordIn('active', { changedAt }),
    recordIn('verifying', { changedAt, removal }),
    recordIn('unknown', { changedAt }),
    recordIn('unknown', { changedAt, removal }),
    recordIn('removed', { changedAt, removal }),
  ]
    .toSorted((one, other) => (lookRank(one) < lookRank(other) ? -1 : 1))
    .map(({ state, removal: wish }) => (wish ? `${state}, latched` : state))
  expect(ranks).toEqual(['unknown, latched', 'unknown', 'verifying, latched', 'active', 'removed, latched'])
})

test('an absence is read again after the spacing, never sooner', () => {
  for (const random of [lowest, middle]) {
    const next = lookAfter({ state: 'active' }, { kind: 'absent' }, { pace: usualPace, now: changed, random })
    expect(Date.parse(next) - changed).toBeGreaterThanOrEqual(usualPace.spacing)
    expect(Date.parse(next) - changed).toBeLessThan(usualPace.spacing * 1.2)
  }
})
