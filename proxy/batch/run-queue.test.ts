import { array, assert, integer, property, record, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import type { GoingItem } from './attempt.ts'
import { runQueue } from './run-queue.ts'

const item = (position: number, tries = 0) => ({ position, tries }) as GoingItem

const order = (one: GoingItem, other: GoingItem): number =>
  one.tries - other.tries || one.position - other.position

test('the order of the selection; what was tried before goes behind the others, when it is due', () => {
  const queue = runQueue()
  queue.put(item(1, 1), 5_000)
  for (const position of [4, 2, 3]) queue.put(item(position))
  expect([queue.take(0), queue.take(0), queue.take(0)].map((each) => each?.position)).toEqual([2, 3, 4])
  expect(queue.take(4_999)).toBeNull()
  expect([queue.dueIn(1_000), queue.size]).toEqual([4_000, 1])
  expect(queue.take(5_000)?.position).toBe(1)
  expect([queue.dueIn(9_000), queue.size, queue.take(9_000)]).toEqual([null, 0, null])
})

test('whatever is put in comes out once, in order', () => {
  const any = uniqueArray(integer({ min: 1, max: 5_000 }), { maxLength: 60 })
  assert(
    property(
      any,
      array(record({ tries: integer({ min: 0, max: 2 }) }), { minLength: 60, maxLength: 60 }),
      (all, rest) => {
        const items = all.map((position, turn) => item(position, rest[turn]?.tries))
        const queue = runQueue()
        for (const each of items) queue.put(each)
        const taken = items.map(() => queue.take(0))
        expect(taken).toEqual(items.toSorted(order))
        expect(queue.size).toBe(0)
      },
    ),
  )
})
