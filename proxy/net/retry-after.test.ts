import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-25T10:00:00-03:00')

test.each([
  ['2', 2000],
  ['0.3', 300],
  [' 5 ', 5000],
  ['Wed, 25 Nov 2026 13:00:30 GMT', 30_000],
  ['Wed, 25 Nov 2026 12:00:00 GMT', 0],
  ['86400', 86_400_000],
  ['abc', null],
  ['', null],
  ['-1', null],
  ['2026-11-25', null],
  [null, null],
] as const)('G86 · Retry-After %j is %j ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected)
})

test('G86 · whatever the header holds, the wait is null or a number of milliseconds that is not negative', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const wait = retryAfterMs(header, now)
      expect(wait === null || (Number.isFinite(wait) && wait >= 0)).toBe(true)
    }),
  )
})
