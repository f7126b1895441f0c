import { expect, test } from 'vitest'
import type { Lanes, RunEnd } from './lanes.ts'
import { lanesOf } from './lanes.ts'

const world = ({ concurrency = 4 }: { concurrency?: number } = {}) => {
  let now = 1_000_000
  const ran: string[] = []
  const ends = new Map<string, PromiseWithResolvers<RunEnd>>()
  const lanes: Lanes = lanesOf({
    clock: () => now,
    concurrency,
    horizon: 3_600_000,
    probeEvery: 30_000,
    run: (id) => {
      ran.push(id)
      const end = Promise.withResolvers<RunEnd>()
      ends.set(id, end)
      return end.promise
    },
  })
  const settled = async (id: string, end: RunEnd) => {
    ends.get(id)?.resolve(end)
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { lanes, ran, settled, at: () => now, move: (milliseconds: number) => void (now += milliseconds) }
}

const due = (rank: string, lane = 'one') => ({ lane, rank, at: 0 })

test('starts nothing before its time, and the most urgent first', () => {
  const { lanes, ran, at, move } = world({ concurrency: 2 })
  lanes.put('later', { lane: 'one', rank: 'a', at: at() + 1 })
  lanes.put('c', due('c'))
  lanes.put('b', due('b'))
  lanes.put('d', due('d'))
  lanes.tick()
  expect(ran).toEqual(['b', 'c'])
  move(1)
  lanes.tick()
  expect(ran).toEqual(['b', 'c'])
})

test('a free slot goes to the most urgent that is due', async () => {
  const { lanes, ran, settled, move, at } = world({ concurrency: 1 })
  lanes.put('d', due('d'))
  lanes.tick()
  lanes.put('e', due('e'))
  lanes.put('a', { lane: 'one', rank: 'a', at: at() + 5 })
  move(5)
  await settled('d', 'answered')
  expect(ran).toEqual(['d', 'a'])
})

test('one act per record: a place taken during its run counts afterwards', async () => {
  const { lanes, ran, settled } = world()
  lanes.put('x', due('a'))
  lanes.tick()
  lanes.put('x', due('a'))
  lanes.tick()
  expect(ran).toEqual(['x'])
  await settled('x', 'answered')
  expect(ran).toEqual(['x', 'x'])
})

test('one lane that hangs does not hold up another', () => {
  const { lanes, ran } = world({ concurrency: 1 })
  lanes.put('a', due('a', 'one'))
  lanes.put('b', due('b', 'one'))
  lanes.put('c', due('c', 'two'))
  lanes.tick()
  expect(ran).toEqual(['a', 'c'])
})

test('five failures in a row: one probe each half minute, until one succeeds; never skipped for ever', async () => {
  const { lanes, ran, settled, move } = world({ concurrency: 1 })
  const fail = async () => {
    lanes.put('x', due('a'))
    lanes.tick()
    await settled('x', 'failed')
  }
  for (let times = 0; times < 5; times += 1) await fail()
  expect(ran).toHaveLength(5)
  lanes.put('x', due('a'))
  lanes.tick()
  expect(ran).toHaveLength(5)
  move(30_000)
  lanes.tick()
  expect(ran).toHaveLength(6)
  await settled('x', 'failed')
  lanes.put('x', due('a'))
  move(29_999)
  lanes.tick()
  expect(ran).toHaveLength(6)
  move(1)
  lanes.tick()
  await settled('x', 'answered')
  lanes.put('x', due('a'))
  lanes.tick()
  expect(ran).toHaveLength(8)
})

test('G75 · a clock that goes back two hours leaves nothing waiting for two hours', () => {
  const { lanes, ran, at, move } = world()
  lanes.put('x', { lane: 'one', rank: 'a', at: at() + 60_000 })
  move(-7_200_000)
  lanes.tick()
  move(3_600_000)
  lanes.tick()
  expect(ran).toEqual(['x'])
})

test('G75 · a place from a clock that was far ahead is brought near', () => {
  const { lanes, ran, at, move } = world()
  lanes.put('x', { lane: 'one', rank: 'a', at: at() + 9 * 3_600_000 })
  move(3_600_000)
  lanes.tick()
  expect(ran).toEqual(['x'])
})

test('what is dropped or stopped does not start', () => {
  const { lanes, ran } = world()
  lanes.put('x', due('a'))
  lanes.put('y', due('b'))
  lanes.drop('x')
  lanes.tick()
  expect(ran).toEqual(['y'])
  lanes.stop()
  lanes.put('z', due('a'))
  lanes.tick()
  expect(ran).toEqual(['y'])
})
