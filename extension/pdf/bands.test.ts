import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bands } from './bands.ts'

test('G1 · no drawing of pages is higher than the largest side, none is left out, order stays', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 50, max: 1400 }), { maxLength: 80 }),
      fc.double({ min: 0.8, max: 3, noNaN: true }),
      (heights, scale) => {
        let top = 0
        const slices = heights.map((height) => ({ top, bottom: (top += height) }))
        const groups = bands(slices, scale, 8192)
        expect(groups.flat()).toEqual(slices)
        for (const group of groups)
          expect(Math.ceil(((group.at(-1)?.bottom ?? 0) - (group[0]?.top ?? 0)) * scale)).toBeLessThanOrEqual(
            8192,
          )
      },
    ),
  )
})
