import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedList } from './sorted-list.ts'

const byValue = (one: number, other: number): number => one - other

test('whatever is added and taken out, the list is in order and complete', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer()),
      fc.uniqueArray(fc.integer()),
      fc.array(fc.integer()),
      (first, more, gone) => {
        const list = sortedList(first, byValue)
        const expected = new Set(first)
        for (const item of more.filter((each) => !expected.has(each))) {
          list.add(item)
          expected.add(item)
        }
        for (const item of [...gone, ...first.slice(0, 3), ...more.slice(0, 3)]) {
          list.remove(item)
          expected.delete(item)
        }
        expect(list.items).toEqual([...expected].toSorted(byValue))
      },
    ),
  )
})
