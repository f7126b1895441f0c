import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sweepWindow } from './payments-sweep.ts'
import { backOff, untilDue } from './turn.ts'

const hour = 3_600_000
const at = { wall: 1_000 * hour, elapsed: 50 * hour }

test('G75 · whichever clock says so first makes it due', () => {
  const turn = { at, wait: hour }
  expect(untilDue(turn, at)).toBe(hour)
  expect(untilDue(turn, { wall: at.wall + 2 * hour, elapsed: at.elapsed })).toBe(0)
  expect(untilDue(turn, { wall: at.wall - 2 * hour, elapsed: at.elapsed + hour })).toBe(0)
  expect(untilDue(turn, { wall: at.wall - 2 * hour, elapsed: at.elapsed + hour / 2 })).toBe(hour / 2)
})

test('G75 · once the wait has passed it is due, whatever was done to the wall clock', () => {
  fc.assert(
    fc.property(fc.nat(100 * hour), fc.integer({ min: -1000 * hour, max: 1000 * hour }), (wait, jump) => {
      const now = { wall: at.wall + wait + jump, elapsed: at.elapsed + wait }
      expect(untilDue({ at, wait }, now)).toBe(0)
    }),
  )
})

test('G76 · a wait of thirty days is a number to compare with, never a timer', () => {
  expect(untilDue({ at, wait: 30 * 24 * hour }, { wall: at.wall + hour, elapsed: at.elapsed + hour })).toBe(
    719 * hour,
  )
})

test('the wait after a failure doubles up to the interval and never passes it', () => {
  const waits = [1, 2, 3, 4, 5, 6, 1000].map((failures) => backOff(failures, 60, 600))
  expect(waits).toEqual([60, 120, 240, 480, 600, 600, 600])
})

test('G78 · the window is counted in days of Brazil', () => {
  const late = Date.parse('2026-12-01T01:30:00Z')
  expect(sweepWindow('2026-12-01T01:20:00.000Z', late)).toEqual({ from: '2026-11-27', to: '2026-12-05' })
})

test('the window always holds the last three days and today, whatever the mark says', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (mark) => {
        const now = Date.parse('2026-11-25T13:00:00Z')
        const { from, to } = sweepWindow(mark.toISOString(), now)
        expect(from <= '2026-11-22' && to >= '2026-11-25').toBe(true)
      },
    ),
  )
})
