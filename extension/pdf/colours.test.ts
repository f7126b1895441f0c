import { expect, test } from 'vitest'
import { choosePalette, countColours } from './colours.ts'

const rgb = (r: number, g: number, b: number): number => (255 << 24) | (b << 16) | (g << 8) | r
const picture = (...parts: (readonly [number, number])[]): Uint32Array =>
  Uint32Array.from(parts.flatMap(([colour, pixels]) => Array.from({ length: pixels }, () => colour)))

const colourAt = (palette: Uint8Array, index: number): number[] => [
  ...palette.subarray(index * 3, index * 3 + 3),
]

test('few colours are kept exactly', () => {
  const pixels = picture([rgb(255, 255, 255), 900], [rgb(0, 51, 102), 80], [rgb(242, 242, 242), 20])
  const { bytes, changed, indexOf } = choosePalette(countColours(pixels), 16)
  expect(changed).toBe(0)
  expect(colourAt(bytes, indexOf(rgb(242, 242, 242)))).toEqual([242, 242, 242])
  expect(bytes).toHaveLength(9)
})

test('a red amount keeps its colour among many greys', () => {
  const greys = Array.from({ length: 200 }, (_, i) => [rgb(i, i, i), 50] as const)
  const pixels = picture([rgb(255, 255, 255), 90_000], ...greys, [rgb(190, 0, 0), 40])
  const { bytes, indexOf } = choosePalette(countColours(pixels), 16)
  const [r = 0, g = 255, b = 255] = colourAt(bytes, indexOf(rgb(190, 0, 0)))
  expect(r).toBeGreaterThan(150)
  expect(Math.max(g, b)).toBeLessThan(50)
})

test('the paper stays exactly white', () => {
  const near = Array.from({ length: 60 }, (_, i) => [rgb(195 + i, 195 + i, 195 + i), 30] as const)
  const { bytes, indexOf } = choosePalette(countColours(picture([rgb(255, 255, 255), 50_000], ...near)), 16)
  expect(colourAt(bytes, indexOf(rgb(255, 255, 255)))).toEqual([255, 255, 255])
})

test('a photograph of more colours than can be counted one by one still gets a palette', () => {
  const pixels = Uint32Array.from({ length: 60_000 }, (_, i) => rgb(i % 251, (i * 7) % 253, (i * 13) % 241))
  const counted = countColours(pixels)
  const { bytes, indexOf } = choosePalette(counted, 256)
  expect(counted.mask).toBe(0xf8f8f8)
  expect(bytes.length / 3).toBeGreaterThan(200)
  expect(indexOf(pixels[17] as number)).toBeLessThan(256)
})
