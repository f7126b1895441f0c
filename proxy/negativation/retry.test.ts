import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { fractionOf, jittered, longestWait, refusedRule, retryWait } from './retry.ts'

const rule = { first: 5000, longest: 900_000 }
const lowest = (bytes: number) => new Uint8Array(bytes)
const highest = (bytes: number) => new Uint8Array(bytes).fill(255)

test('a fraction lies from 0 to 1, without 1', () => {
  expect(fractionOf(lowest)).toBe(0)
  expect(fractionOf(highest)).toBeLessThan(1)
  expect(fractionOf(highest)).toBeGreaterThan(0.9999)
})

const asked = (seconds: number | string) => new AppError('connect-rate', { params: { seconds } })

test('waits double from five seconds to a quarter of an hour and stay there for ever', () => {
  const waits = [1, 2, 3, 8, 9, 100, 5000].map((failures) => retryWait(rule, failures, highest))
  expect(waits.map((wait) => Math.round(wait / 100) * 100)).toEqual([
    5000, 10_000, 20_000, 640_000, 900_000, 900_000, 900_000,
  ])
  expect(Math.max(...waits)).toBeLessThanOrEqual(rule.longest)
  expect(retryWait(rule, 1, lowest)).toBe(2500)
  expect(retryWait(rule, 5000, lowest)).toBe(450_000)
})

test('waits as long as the other side asks, an hour at most', () => {
  expect(retryWait(rule, 1, highest, asked(120))).toBe(120_000)
  expect(retryWait(rule, 9, highest, asked(120))).toBeGreaterThan(899_000)
  expect(retryWait(rule, 1, highest, asked(86_400))).toBe(3_600_000)
  expect(retryWait(rule, 1, highest, asked('soon'))).toBe(5000)
  expect(longestWait(rule)).toBe(3_600_000)
})

test('a refused removal waits four times longer at most, and still comes back', () => {
  const waits = [1, 9, 10, 11, 5000].map((failures) => retryWait(refusedRule(rule), failures, highest))
  expect(waits.map((wait) => Math.round(wait / 100) * 100)).toEqual([
    5000, 1_280_000, 2_560_000, 3_600_000, 3_600_000,
  ])
  const slow = { first: 5000, longest: 7_200_000 }
  expect(longestWait(slow)).toBe(refusedRule(slow).longest)
})

test('a jitter strays a tenth', () => {
  expect(jittered(1000, lowest)).toBe(900)
  expect(jittered(1000, highest)).toBe(1100)
})
