import { expect, test } from 'vitest'
import type { Word } from './collect-words.ts'
import { isDrawn } from './verify-slice.ts'

const word = (top: number): Word => ({ text: 'x', left: 10, top, width: 20, height: 10, size: 10 })
const words = Array.from({ length: 9 }, (_, i) => word(i * 20))

/** A white page with a stroke where each of the words up to `drawn` stands. */
const page = (drawn: number, scale = 1) => {
  const [width, height] = [100 * scale, 200 * scale]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const { top, left } of words.slice(0, drawn))
    data.fill(
      0,
      ((top + 5) * scale * width + (left + 5) * scale) * 4,
      ((top + 5) * scale * width + (left + 9) * scale) * 4,
    )
  return { data, width, height }
}

test('G2 · a page with its words is drawn, at any scale', () => {
  expect(isDrawn(page(9), words, 1)).toBe(true)
  expect(isDrawn(page(9, 2), words, 2)).toBe(true)
})

test('G2 · a white page with words is not, nor is one whose lower part is missing', () => {
  expect(isDrawn(page(0), words, 1)).toBe(false)
  expect(isDrawn(page(5), words, 1)).toBe(false)
})

test('G2 · a page without words may be white; one without pixels may not', () => {
  expect(isDrawn(page(0), [], 1)).toBe(true)
  expect(isDrawn({ data: new Uint8ClampedArray(0), width: 0, height: 0 }, [], 1)).toBe(false)
  expect(isDrawn({ ...page(9), width: 99 }, words, 1)).toBe(false)
})
