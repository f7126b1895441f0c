import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrollShift, windowRows } from './window-rows.ts'

describe('the rows that are drawn', () => {
  test('10,000 rows draw only those near the visible ones', () => {
    const { from, to } = windowRows(10_000, 48, 240_000, 600)
    expect([from, to]).toEqual([4988, 5025])
  })

  test('a list that is not laid out yet draws its first rows', () => {
    expect(windowRows(1000, 48, 0, 0).to).toBeGreaterThan(15)
  })

  test('drawn rows and heights always add up to the whole list, and every visible row is drawn', () => {
    assert(
      property(
        integer({ min: 0, max: 12_000 }),
        integer({ min: 0, max: 600_000 }),
        integer({ min: 1, max: 2000 }),
        (count, top, height) => {
          const { from, to, above, below } = windowRows(count, 48, top, height)
          expect(above + (to - from) * 48 + below).toBe(count * 48)
          const firstSeen = Math.min(Math.floor(top / 48), count)
          const lastSeen = Math.min(Math.ceil((top + height) / 48), count)
          const isDrawn = from <= firstSeen && to >= lastSeen
          expect(isDrawn || firstSeen >= lastSeen).toBe(true)
        },
      ),
    )
  })
})

const rows = (...ids: string[]) => ids.map((id) => ({ id }))

describe('the visible rows stay where they are', () => {
  test.each([
    ['two came above', rows('a', 'b', 'c'), rows('x', 'y', 'a', 'b', 'c'), 48, 96],
    ['the first one above left', rows('a', 'b', 'c'), rows('b', 'c'), 48, -48],
    ['the first visible one left', rows('a', 'b', 'c'), rows('a', 'c'), 48, -48],
    ['one came below', rows('a', 'b', 'c'), rows('a', 'b', 'x', 'c'), 48, 0],
    ['the list stands at its top', rows('a', 'b'), rows('x', 'a', 'b'), 0, 0],
    ['nothing of it is left', rows('a', 'b'), rows('x'), 48, 0],
  ] as const)('%s', (_case, before, after, top, shift) => {
    expect(scrollShift(before, after, 48, top)).toBe(shift)
  })
})
