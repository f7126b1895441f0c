import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsNear } from './rows-near.ts'

let looks = 0

/** Rows of 40 pixels one below the other, the first at `top`; a row that is not drawn has no place. */
const rowsAt = (top: number, drawn: readonly boolean[]): HTMLElement[] => {
  let next = top
  return drawn.map((isDrawn) => {
    const at = next
    if (isDrawn) next += 40
    return {
      getBoundingClientRect: () => {
        looks += 1
        return isDrawn
          ? { top: at, bottom: at + 40, width: 900, height: 40 }
          : { top: 0, bottom: 0, width: 0, height: 0 }
      },
    } as HTMLElement
  })
}

test('of 5,000 rows those around the window, by looking at few', () => {
  const rows = rowsAt(
    -100_000,
    Array.from({ length: 5000 }, () => true),
  )
  looks = 0
  const near = rowsNear(rows, 768, 150)
  expect(near[0]).toBe(rows[2492])
  expect(near).toHaveLength(35)
  expect(looks).toBeLessThan(60)
})

test('never more than wanted; none of a grid far below, none of a grid that is not drawn', () => {
  const all = Array.from({ length: 300 }, () => true)
  expect(rowsNear(rowsAt(0, all), 20_000, 150)).toHaveLength(150)
  expect(rowsNear(rowsAt(5000, all), 768, 150)).toEqual([])
  expect(
    rowsNear(
      rowsAt(
        0,
        all.map(() => false),
      ),
      768,
      150,
    ),
  ).toEqual([])
  expect(rowsNear([], 768, 150)).toEqual([])
})

test('exactly the rows near the window, however many are not drawn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -6000, max: 1500 }),
      fc.array(fc.boolean(), { maxLength: 200 }),
      (top, drawn) => {
        const rows = rowsAt(top, drawn)
        const expected = rows.filter((row, at) => {
          const { top: begin, bottom } = row.getBoundingClientRect()
          return drawn[at] && bottom >= -300 && begin <= 768 + 300
        })
        expect(rowsNear(rows, 768, 500)).toEqual(expected)
      },
    ),
  )
})
