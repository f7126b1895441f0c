import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseCuts, type Box } from './choose-cuts.ts'

const box = (top: number, bottom: number, more: Partial<Box> = {}): Box => ({
  top,
  bottom,
  whole: (more.children ?? []).length === 0,
  withNext: false,
  children: [],
  ...more,
})

/** Boxes of these heights, one below the other. */
const stack = (heights: readonly number[], start = 0): Box[] => {
  let top = start
  return heights.map((height) => {
    top += height
    return box(top - height, top)
  })
}

const wrap = (children: readonly Box[], more: Partial<Box> = {}): Box =>
  box(children[0]?.top ?? 0, children.at(-1)?.bottom ?? 0, { children, whole: false, ...more })

const cutsOf = (boxes: Box[], total: number, page: number) =>
  chooseCuts(boxes, [], total, page).map(({ bottom }) => bottom)

describe('G3 · cuts', () => {
  test('G3 · 60 rows of 37 px and a block of 900 px on pages of 1.040 px', () => {
    const rows = wrap(stack(Array.from({ length: 60 }, () => 37)))
    const block = box(2220, 3120)
    const cuts = cutsOf([rows, block], 3120, 1040)
    expect(cuts).toEqual([28 * 37, 56 * 37, 2220, 3120])
  })

  test('a block taller than a page is cut between its children, else between lines', () => {
    const children = stack([400, 400, 400, 400])
    expect(cutsOf([wrap(children)], 1600, 1000)).toEqual([800, 1600])
    const lines = Array.from({ length: 80 }, (_, i) => ({ top: i * 20 + 3, bottom: i * 20 + 17 }))
    const slices = chooseCuts([box(0, 1600)], lines, 1600, 1010)
    expect(slices[0]?.bottom).toBeLessThanOrEqual(1010)
    expect(lines.filter(({ top, bottom }) => top < 1000 && bottom > (slices[0]?.bottom ?? 0))).toEqual([])
  })

  test('a block below a margin that is nearly or more than a page high leaves no empty page', () => {
    const lines = Array.from({ length: 60 }, (_, i) => ({ top: 12 + i * 20, bottom: 28 + i * 20 }))
    const tall = chooseCuts([box(10, 1210)], lines, 1210, 1000)
    expect(tall.map(({ bottom }) => bottom)).toEqual([992, 1210])
    const nearly = chooseCuts([box(10, 1005)], lines.slice(0, 49), 1005, 1000)
    expect(nearly.map(({ bottom }) => bottom)).toEqual([1000, 1005])
  })

  test('a heading is never the last thing on a page', () => {
    const heading = box(900, 940, { withNext: true })
    const table = wrap(stack([50, 50, 50, 50], 940))
    const [first] = cutsOf([box(0, 900), heading, table], 1140, 960)
    expect(first).toBe(900)
  })

  test('side by side cells are cut where no cell is hurt', () => {
    const left = wrap(stack([300, 300, 300, 300]))
    const right = wrap(stack([200, 400, 350, 250]))
    expect(cutsOf([wrap([left, right], { bottom: 1200 })], 1200, 700)[0]).toBe(600)
  })

  test('cells that nowhere end together are cut between lines', () => {
    const left = wrap(stack([300, 300, 300, 300]))
    const right = wrap(stack([250, 250, 250, 250, 200]))
    const lines = Array.from({ length: 60 }, (_, i) => ({ top: i * 20 + 2, bottom: i * 20 + 18 }))
    const [first] = chooseCuts([wrap([left, right], { bottom: 1200 })], lines, 1200, 690)
    expect(first?.bottom).toBe(682)
  })

  test('a small table moves whole, a large one is cut', () => {
    const small = wrap(stack([50, 50, 50, 50], 850))
    expect(cutsOf([box(0, 850), small], 1050, 1000)[0]).toBe(850)
    const large = wrap(stack([50, 50, 50, 50, 50, 50, 50, 50, 50, 50], 700))
    expect(cutsOf([box(0, 700), large], 1200, 1000)[0]).toBe(1000)
  })

  test('slices follow one another, cover everything and fit the page, whatever the boxes', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(heights, fc.integer({ min: 200, max: 1500 }), fc.boolean(), (sizes, page, nested) => {
        const boxes = nested ? [wrap(stack(sizes))] : stack(sizes)
        const total = sizes.reduce((a, b) => a + b)
        const slices = chooseCuts(boxes, [], total, page)
        expect(slices.at(-1)?.bottom).toBe(total)
        for (const [i, slice] of slices.entries()) {
          expect(slice.bottom).toBeGreaterThan(slice.top)
          expect(slice.bottom - slice.top).toBeLessThanOrEqual(page)
          expect(slice.top).toBe(slices[i - 1]?.bottom ?? 0)
        }
      }),
    )
  })

  test('no row that fits a page is ever cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 300, max: 1500 }),
        (sizes, page) => {
          const rows = stack(sizes)
          const cuts = cutsOf([wrap(rows)], rows.at(-1)?.bottom ?? 0, page)
          for (const cut of cuts)
            expect(rows.filter(({ top, bottom }) => top < cut && bottom > cut)).toEqual([])
        },
      ),
    )
  })
})
