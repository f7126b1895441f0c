import type { Arbitrary } from 'fast-check'
import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box, Place, Size } from './panel-place.ts'
import { corners, home, insideWindow, isAtLeft, isAtTop, moveOfKey, nearestPlace } from './panel-place.ts'

const sizes = (least: number, most: number) =>
  record({ width: integer({ min: least, max: most }), height: integer({ min: least, max: most }) })
const panels = sizes(28, 400)
/** From a phone's to a wall's, zoomed or not; a panel is never larger than the window, by its style. */
const windows = sizes(400, 4000)
const far = integer({ min: -5000, max: 5000 })
const distance = integer({ min: 0, max: 5000 })
const places: Arbitrary<Place> = record({
  corner: constantFrom(...corners),
  x: distance,
  y: distance,
})

const boxAt = (place: Place, panel: Size, window: Size): Box => ({
  ...panel,
  left: isAtLeft(place) ? place.x : window.width - place.x - panel.width,
  top: isAtTop(place) ? place.y : window.height - place.y - panel.height,
})

const isInside = ({ left, top, width, height }: Box, window: Size): boolean =>
  Math.min(left, top) >= 0 && left + width <= window.width && top + height <= window.height

describe('the panel never leaves the window', () => {
  test('wherever it was kept, however large panel and window are now', () => {
    assert(
      property(places, panels, windows, (place, panel, window) => {
        const box = boxAt(insideWindow(place, panel, window), panel, window)
        expect(isInside(box, window)).toBe(true)
      }),
    )
  })

  test('wherever it is dragged or pushed', () => {
    assert(
      property(far, far, panels, windows, (x, y, panel, window) => {
        const box = boxAt(nearestPlace({ ...panel, left: 0, top: 0 }, { x, y }, window), panel, window)
        expect(isInside(box, window)).toBe(true)
      }),
    )
  })

  test('a window smaller than the panel: its beginning at the corner stays in sight', () => {
    expect(insideWindow(home, { width: 322, height: 400 }, { width: 200, height: 100 })).toEqual({
      corner: 'bottom-right',
      x: 0,
      y: 0,
    })
  })
})

describe('the corner', () => {
  test('is the nearest, and the panel stays where it was put', () => {
    assert(
      property(places, panels, windows, (kept, panel, window) => {
        const box = boxAt(insideWindow(kept, panel, window), panel, window)
        const place = nearestPlace(box, { x: 0, y: 0 }, window)
        const { left, top } = boxAt(place, panel, window)
        expect(Math.abs(left - box.left)).toBeLessThanOrEqual(1)
        expect(Math.abs(top - box.top)).toBeLessThanOrEqual(1)
        expect(place.x).toBeLessThanOrEqual((window.width - panel.width) / 2 + 1)
        expect(place.y).toBeLessThanOrEqual((window.height - panel.height) / 2 + 1)
      }),
    )
  })

  test('keeps its distance in another window', () => {
    const panel = { width: 322, height: 200 }
    const place = nearestPlace(
      { ...panel, left: 1000, top: 20 },
      { x: 4, y: 0 },
      { width: 1366, height: 768 },
    )
    expect(place).toEqual({ corner: 'top-right', x: 40, y: 20 })
    expect(insideWindow(place, panel, { width: 1920, height: 1080 })).toEqual(place)
    expect(insideWindow(place, panel, { width: 350, height: 300 })).toEqual({ ...place, x: 16 })
  })

  test('is the same for the small panel: it grows and shrinks from there', () => {
    const place: Place = { corner: 'bottom-left', x: 30, y: 600 }
    const window = { width: 1366, height: 768 }
    expect(insideWindow(place, { width: 110, height: 30 }, window)).toEqual(place)
    expect(insideWindow(place, { width: 322, height: 300 }, window)).toEqual({ ...place, y: 456 })
  })
})

describe('keys', () => {
  test.each([
    ['ArrowLeft', false, { x: -16, y: 0 }],
    ['ArrowDown', false, { x: 0, y: 16 }],
    ['ArrowRight', true, { x: 64, y: 0 }],
    ['ArrowUp', true, { x: 0, y: -64 }],
    ['Home', false, 'home'],
    ['Enter', false, null],
    ['toString', false, null],
  ])('%s, Shift %s', (key, shiftKey, move) => {
    const moved = moveOfKey({ key, shiftKey })
    expect(moved === null || moved === 'home' ? moved : { x: moved.x + 0, y: moved.y + 0 }).toEqual(move)
  })
})
