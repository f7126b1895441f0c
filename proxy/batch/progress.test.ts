import { expect, test } from 'vitest'
import { progressOf, recentEnds } from './progress.ts'

const second = 1_000
const unsaid = { perThousandSeconds: null, secondsLeft: null }

test('two a second since ten seconds: the rate, and the time for what is left', () => {
  const ends = Array.from({ length: 20 }, (_, turn) => turn * 500)
  expect(progressOf({ startedAt: 0, ends, left: 60 }, 10 * second)).toEqual({
    perThousandSeconds: 2_000,
    secondsLeft: 30,
  })
})

test('only the last half minute counts', () => {
  const ends = [...Array.from({ length: 500 }, () => second), 95 * second, 96 * second, 97 * second]
  expect(progressOf({ startedAt: 0, ends, left: 1 }, 100 * second)).toEqual({
    perThousandSeconds: 100,
    secondsLeft: 10,
  })
  expect(recentEnds(ends, 100 * second)).toHaveLength(3)
})

test('nothing is said before there is something to say', () => {
  expect(progressOf({ startedAt: 0, ends: [900], left: 5 }, second)).toEqual(unsaid)
  expect(progressOf({ startedAt: 0, ends: [], left: 5 }, 60 * second)).toEqual(unsaid)
  expect(progressOf({ startedAt: 0, ends: [second], left: 5 }, 60 * second)).toEqual(unsaid)
})

test('nothing left takes no time', () => {
  expect(progressOf({ startedAt: 0, ends: [9 * second], left: 0 }, 10 * second).secondsLeft).toBe(0)
})
