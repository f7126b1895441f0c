import { expect, test } from 'vitest'
import { chooseLayout, renderWidth } from './layout.ts'

test('a report of page width stands upright at true size', () => {
  const layout = chooseLayout(renderWidth, 11)
  expect(layout.paper).toMatchObject({ format: 'a4', orientation: 'portrait' })
  expect(layout.pointsPerPixel).toBeCloseTo(0.75, 2)
})

test('G14 · a table of 1.180 px lies down, so that 12 px stay above 6 points', () => {
  const layout = chooseLayout(1180, 12)
  expect(layout.paper.orientation).toBe('landscape')
  expect(layout.pointsPerPixel * 12).toBeGreaterThanOrEqual(6)
  expect(layout.left + 1180 * layout.pointsPerPixel).toBeLessThanOrEqual(layout.paper.width)
})

test('G14 · wider still takes a larger sheet rather than smaller letters', () => {
  const layout = chooseLayout(1800, 11)
  expect(layout.paper.format).toBe('a3')
  expect(layout.pointsPerPixel * 11).toBeGreaterThanOrEqual(6)
})

test('nothing is cut off, however wide; one tiny footnote does not turn the sheet', () => {
  const widest = chooseLayout(5000, 11)
  expect(5000 * widest.pointsPerPixel).toBeLessThanOrEqual(widest.paper.width)
  expect(chooseLayout(renderWidth, 3).paper.orientation).toBe('portrait')
})
