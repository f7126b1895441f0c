// @own-process: it needs a DOM
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPanelMover } from './panel-mover.ts'
import type { Place } from './panel-place.ts'
import { home } from './panel-place.ts'
import { trusted } from './testing/trusted.ts'

const panel = { width: 322, height: 240 }
let window_ = { width: 1366, height: 768 }
let observed: () => void
let work: AbortController

beforeEach(() => {
  window_ = { width: 1366, height: 768 }
  work = new AbortController()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(changed: () => void) {
        observed = changed
      }
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  work.abort()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** Left, right, top and bottom. */
const sidesOf = (style: CSSStyleDeclaration): [string, string, string, string] => {
  const [top = '', right = '', bottom = '', left = ''] = style.getPropertyValue('inset').split(' ')
  return [left, right, top, bottom]
}
const px = (text: string): number => Number(text.replace('px', ''))

const pointer = (type: string, x: number, y: number, init: PointerEventInit = {}) =>
  new PointerEvent(type, {
    bubbles: true,
    isPrimary: true,
    pointerId: 1,
    buttons: 1,
    clientX: x,
    clientY: y,
    ...init,
  })
const drag = (on: HTMLElement, by: [number, number], makes: typeof trusted = trusted) => {
  on.dispatchEvent(makes(pointer('pointerdown', 500, 500)))
  on.dispatchEvent(makes(pointer('pointermove', 500 + by[0], 500 + by[1])))
  on.dispatchEvent(makes(pointer('lostpointercapture', 500 + by[0], 500 + by[1])))
}

const setUp = (place: Place = home) => {
  const element = document.createElement('nada-consta-panel')
  const handle = document.createElement('header')
  const button = document.createElement('button')
  handle.append(button)
  element.append(handle)
  document.body.append(element)
  const { style } = element
  // What a browser would make of the style.
  element.getBoundingClientRect = () => {
    const [left, right, top, bottom] = sidesOf(style)
    return {
      ...panel,
      left: left === 'auto' ? window_.width - px(right) - panel.width : px(left),
      top: top === 'auto' ? window_.height - px(bottom) - panel.height : px(top),
    } as DOMRect
  }
  const moved = vi.fn<(place: Place) => void>()
  const mover = createPanelMover({ element, windowSize: () => window_, signal: work.signal, place, moved })
  handle.addEventListener('pointerdown', mover.handle.onPointerDown)
  handle.addEventListener('pointermove', mover.handle.onPointerMove)
  handle.addEventListener('lostpointercapture', mover.handle.onLostPointerCapture)
  handle.addEventListener('click', mover.handle.onClickCapture, { capture: true })
  handle.addEventListener('keydown', mover.keys.onKeyDown)
  handle.addEventListener('keyup', mover.keys.onKeyUp)
  handle.setPointerCapture = vi.fn<(id: number) => void>()
  button.setPointerCapture = vi.fn<(id: number) => void>()

  const key = (name: string, init: KeyboardEventInit = {}) => {
    const event = trusted(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
    )
    button.dispatchEvent(event)
    button.dispatchEvent(trusted(new KeyboardEvent('keyup', { key: name, bubbles: true, ...init })))
    return event
  }
  const stands = () => sidesOf(style)
  return { element, handle, button, mover, moved, key, stands }
}

test('stands where it was kept, over whatever a style sheet of the page says', () => {
  const { element, stands } = setUp({ corner: 'top-left', x: 40, y: 60 })
  expect(stands()).toEqual(['40px', 'auto', '60px', 'auto'])
  expect(element.style.getPropertyPriority('inset')).toBe('important')
  expect(setUp().stands()).toEqual(['auto', '12px', 'auto', '12px'])
})

describe('by the pointer', () => {
  test('follows the hand, and is kept once, when that lets go', () => {
    const { handle, moved, stands } = setUp()
    drag(handle, [-900, -480])
    expect(stands()).toEqual(['132px', 'auto', '36px', 'auto'])
    expect(moved.mock.calls).toEqual([[{ corner: 'top-left', x: 132, y: 36 }]])
  })

  test('stays in the window when the hand leaves it', () => {
    const { handle, stands } = setUp()
    drag(handle, [4000, -4000])
    expect(stands()).toEqual(['auto', '12px', '12px', 'auto'])
  })

  test('a press with an unsteady hand is no drag, and its click counts', () => {
    const { button, moved, stands } = setUp()
    const pressed = vi.fn<() => void>()
    button.addEventListener('click', pressed)
    drag(button, [2, -2])
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    expect([moved.mock.calls.length, pressed.mock.calls.length]).toEqual([0, 1])
    expect(stands()).toEqual(['auto', '12px', 'auto', '12px'])
  })

  test('the click that ends a drag presses nothing; the next key does', () => {
    const { button } = setUp()
    const pressed = vi.fn<() => void>()
    button.addEventListener('click', pressed)
    drag(button, [-200, 0])
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    expect(pressed).not.toHaveBeenCalled()
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }))
    expect(pressed).toHaveBeenCalledOnce()
  })

  test('attack 26 · a drag that a script plays moves nothing', () => {
    const { handle, moved, stands } = setUp()
    drag(handle, [-900, -480], (event) => event)
    expect(moved).not.toHaveBeenCalled()
    expect(stands()).toEqual(['auto', '12px', 'auto', '12px'])
  })

  test.each<PointerEventInit>([{ button: 2 }, { isPrimary: false }])('%j does not grab', (init) => {
    const { handle, stands } = setUp()
    handle.dispatchEvent(trusted(pointer('pointerdown', 500, 500, init)))
    handle.dispatchEvent(trusted(pointer('pointermove', 100, 100)))
    expect(stands()).toEqual(['auto', '12px', 'auto', '12px'])
  })
})

describe('by the keyboard', () => {
  test('arrows move it, Shift further, Home puts it back', () => {
    const { key, stands, moved } = setUp()
    expect(key('ArrowUp').defaultPrevented).toBe(true)
    key('ArrowLeft', { shiftKey: true })
    expect(stands()).toEqual(['auto', '76px', 'auto', '28px'])
    key('Home')
    expect(stands()).toEqual(['auto', '12px', 'auto', '12px'])
    expect(moved.mock.calls.map(([place]) => place)).toEqual([
      { corner: 'bottom-right', x: 12, y: 28 },
      { corner: 'bottom-right', x: 76, y: 28 },
      home,
    ])
  })

  test('it cannot be pushed out', () => {
    const { key, stands } = setUp()
    for (let press = 0; press < 40; press += 1) key('ArrowLeft', { shiftKey: true })
    key('ArrowDown')
    expect(stands()).toEqual(['12px', 'auto', 'auto', '12px'])
  })

  test('other keys, and the browser’s own with Alt, keep their meaning', () => {
    const { key, moved } = setUp()
    expect(key('Enter').defaultPrevented).toBe(false)
    expect(key('ArrowLeft', { altKey: true }).defaultPrevented).toBe(false)
    expect(moved).not.toHaveBeenCalled()
  })
})

describe('when sizes change', () => {
  test('a smaller window pulls it in, the old one lets it back', () => {
    const { stands } = setUp({ corner: 'bottom-right', x: 600, y: 400 })
    window_ = { width: 800, height: 600 }
    window.dispatchEvent(new Event('resize'))
    expect(stands()).toEqual(['auto', '466px', 'auto', '348px'])
    window_ = { width: 1366, height: 768 }
    window.dispatchEvent(new Event('resize'))
    expect(stands()).toEqual(['auto', '600px', 'auto', '400px'])
  })

  test('a panel that grows is pulled in', () => {
    const { element, stands } = setUp({ corner: 'bottom-right', x: 12, y: 500 })
    element.getBoundingClientRect = () => ({ left: 0, top: 0, width: 322, height: 600 }) as DOMRect
    observed()
    expect(stands()).toEqual(['auto', '12px', 'auto', '156px'])
  })

  test('nothing is placed any more after the end', () => {
    const { stands } = setUp({ corner: 'bottom-right', x: 600, y: 400 })
    work.abort()
    window_ = { width: 800, height: 600 }
    window.dispatchEvent(new Event('resize'))
    expect(stands()).toEqual(['auto', '600px', 'auto', '400px'])
  })
})
