import { assert, asyncProperty, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import { virtualTime } from './virtual-time.ts'
import { virtualWait } from './virtual-wait.ts'
import type { LaneLimits } from '../../proxy/batch/lane.ts'
import { createLanes } from '../../proxy/batch/lane.ts'

const never = new AbortController().signal
const minute = 60_000

const world = (limits: LaneLimits) => {
  const time = virtualTime(0)
  const { wait, pass, until } = virtualWait(time)
  const lanes = createLanes({ limits: async () => limits, elapsed: time.elapsed, wait })
  const begun: { who: string; at: number }[] = []
  let inside = 0
  let most = 0
  /** Asks for one place after the other, and stays in each for so long. */
  const goThrough = async (who: string, places: number, stay: number, lane = 'a'): Promise<void> => {
    const stays: Promise<void>[] = []
    for (let place = 0; place < places; place += 1) {
      const leave = await lanes.enter(lane, never)
      begun.push({ who, at: time.elapsed() })
      inside += 1
      most = Math.max(most, inside)
      const end = async (): Promise<void> => {
        await wait(stay, never)
        inside -= 1
        leave?.()
        leave?.()
      }
      stays.push(end())
    }
    await Promise.all(stays)
  }
  return { time, wait, pass, until, lanes, limits, begun, goThrough, most: () => most }
}

test('whatever the limits: never more at once, never more in any minute, and no place is lost', async () => {
  const limits = record({ atOnce: integer({ min: 1, max: 8 }), perMinute: integer({ min: 1, max: 6_000 }) })
  await assert(
    asyncProperty(limits, integer({ min: 0, max: 5_000 }), async (of, stay) => {
      const { until, goThrough, begun, most } = world(of)
      await until(Promise.all([goThrough('one', 15, stay), goThrough('other', 15, stay)]))
      expect(begun).toHaveLength(30)
      expect(most()).toBeLessThanOrEqual(of.atOnce)
      for (const { at } of begun) {
        const inMinute = begun.filter((each) => each.at >= at && each.at < at + minute).length
        expect(inMinute).toBeLessThanOrEqual(of.perMinute)
      }
    }),
    { numRuns: 60 },
  )
})

test('two batches take turns; another integration waits for neither', async () => {
  const { until, goThrough, begun } = world({ atOnce: 1, perMinute: 6_000 })
  const long = Promise.all([goThrough('one', 5, 1_000), goThrough('two', 5, 1_000)])
  await until(goThrough('alone', 1, 0, 'b'))
  expect(begun.find(({ who }) => who === 'alone')).toEqual({ who: 'alone', at: 0 })
  await until(long)
  const turns = begun.filter(({ who }) => who !== 'alone').map(({ who }) => who)
  expect(turns.slice(0, 8)).toEqual(['one', 'two', 'one', 'two', 'one', 'two', 'one', 'two'])
})

test('a changed limit is followed within a second, also by whoever waits already', async () => {
  const { lanes, limits, pass, time } = world({ atOnce: 1, perMinute: 1 })
  await lanes.enter('a', never)
  let enteredAt = -1
  void lanes.enter('a', never).then(() => (enteredAt = time.elapsed()))
  await pass(5_000)
  expect(enteredAt).toBe(-1)
  Object.assign(limits, { atOnce: 2, perMinute: 6_000 })
  await pass(1_500)
  expect(enteredAt).toBeGreaterThanOrEqual(5_000)
  expect(enteredAt).toBeLessThanOrEqual(6_000)
})

test('whoever gives up goes at once and keeps no place, not even one that was just given', async () => {
  const { lanes, pass } = world({ atOnce: 1, perMinute: 6_000 })
  const first = await lanes.enter('a', never)
  const giving = new AbortController()
  const second = lanes.enter('a', giving.signal)
  const third = lanes.enter('a', giving.signal)
  await pass(500)
  giving.abort()
  expect([await second, await third]).toEqual([null, null])
  expect(await lanes.enter('a', giving.signal)).toBeNull()
  const fourth = lanes.enter('a', never)
  first?.()
  await pass(2_000)
  expect(await fourth).toBeTypeOf('function')
})

test('given up in the moment in which the place is given: it is free for the next', async () => {
  const { lanes, pass } = world({ atOnce: 1, perMinute: 6_000 })
  for (let turn = 0; turn < 12; turn += 1) {
    const giving = new AbortController()
    const asked = lanes.enter('a', giving.signal)
    for (let step = 0; step < turn; step += 1) await Promise.resolve()
    giving.abort()
    const leave = await asked
    leave?.()
    await pass(1_000)
    const next = lanes.enter('a', never)
    await pass(1_000)
    const free = await next
    expect(free).toBeTypeOf('function')
    free?.()
  }
})
