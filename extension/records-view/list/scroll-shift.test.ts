import { describe, expect, test } from 'vitest'
import { scrollShift } from './scroll-shift.ts'

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
