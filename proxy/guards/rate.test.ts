import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operations } from '../../shared/api.ts'
import { probeGuards } from './guard-probe.ts'
import { laneOf, limits, rateGuard, tokenBuckets } from './rate.ts'

describe('token bucket', () => {
  test('never more than the burst and what was earned', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 1, maxLength: 300 }), (gaps) => {
        let now = 1_000_000
        const buckets = tokenBuckets(() => now)
        let taken = 0
        const begun = now
        for (const gap of gaps) {
          now += gap
          if (buckets.take('one', 'query') === 0) taken += 1
        }
        const { burst, perSecond } = limits.query
        expect(taken).toBeLessThanOrEqual(burst + ((now - begun) / 1000) * perSecond + 1e-6)
      }),
    )
  })

  test('after the time that it names, there is a token', () => {
    let now = 0
    const buckets = tokenBuckets(() => now)
    while (buckets.take('one', 'query') === 0) now += 1
    const wait = buckets.take('one', 'query')
    now += wait - 1
    expect(buckets.take('one', 'query')).toBeGreaterThan(0)
    now += 1
    expect(buckets.take('one', 'query')).toBe(0)
  })

  test('callers and lanes do not share', () => {
    const buckets = tokenBuckets(() => 0)
    while (buckets.take('one', 'include') === 0);
    expect(buckets.take('one', 'remove')).toBe(0)
    expect(buckets.take('two', 'include')).toBe(0)
  })

  test('a clock that is set back gives nothing and takes nothing', () => {
    let now = 10_000
    const buckets = tokenBuckets(() => now)
    while (buckets.take('one', 'query') === 0);
    now = 0
    expect(buckets.take('one', 'query')).toBeGreaterThan(0)
    now = 1000
    expect(buckets.take('one', 'query')).toBe(0)
  })
})

test('reads are a lane of their own, so that polling does not use up the queries', () => {
  expect(laneOf(operations.query)).toBe('read')
  expect(laneOf(operations.queryStart)).toBe('query')
  expect(laneOf(operations.hello)).toBe('public')
})

test('the guard refuses what the bucket does not give', async () => {
  const ask = probeGuards(
    rateGuard(
      tokenBuckets(() => 0),
      'console',
    ),
  )
  for (let index = 0; index < limits.console.burst; index += 1) expect(await ask()).toBe('passed')
  expect(await ask()).toBe('rate-refused')
})
