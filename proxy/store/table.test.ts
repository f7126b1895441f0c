import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTable } from './table.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const value = fc.constantFrom<unknown>('x', 'y', null, true, 1)
const record = fc.record({ id, state: value, key: value, other: value })
const step = fc.oneof(record, id)

test('an index finds what a scan finds, in the order of arrival, after any puts and erasures', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.record({ state: value, other: value }),
      (steps, match) => {
        const table = createTable(['state', 'key'])
        const model = new Map<string, Record<string, unknown>>()
        for (const each of steps) {
          if (typeof each === 'string') {
            table.erase(each)
            model.delete(each)
          } else {
            table.put(each.id, each)
            model.set(each.id, each)
          }
        }
        const all = [...model.values()]
        const { state, other } = match
        expect(table.select({})).toEqual(all)
        expect(table.select({ state })).toEqual(all.filter((each) => each['state'] === state))
        expect(table.select({ other })).toEqual(all.filter((each) => each['other'] === other))
        expect(table.select({ state, key: 'x', other })).toEqual(
          all.filter((each) => each['state'] === state && each['key'] === 'x' && each['other'] === other),
        )
        expect(table.select({ id: 'a', state })).toEqual(
          all.filter((each) => each['id'] === 'a' && each['state'] === state),
        )
        expect(table.size).toBe(model.size)
      },
    ),
    { numRuns: 300 },
  )
})

test('by id and by an indexed field no other record is looked at', () => {
  const table = createTable(['key'])
  let looks = 0
  for (let index = 0; index < 1000; index += 1) {
    const id = String(index)
    const own = { id, key: `key ${id}`, state: 's' }
    table.put(id, new Proxy(own, { get: (target, field) => ((looks += 1), Reflect.get(target, field)) }))
  }
  looks = 0
  expect(table.select({ id: '7', state: 's' })).toHaveLength(1)
  expect(table.select({ key: 'key 8', state: 's' })).toHaveLength(1)
  expect(looks).toBeLessThan(20)
  table.select({ state: 's' })
  expect(looks).toBeGreaterThan(1000)
})
