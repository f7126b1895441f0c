// @own-process: it needs a DOM
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { selectedText, watchSelection } from './selection-watch.ts'

let told: string[]
let stop: AbortController

const field = (tag: 'input' | 'textarea', value: string, type?: string) => {
  const element = document.createElement(tag)
  if (type) element.setAttribute('type', type)
  element.value = value
  document.body.append(element)
  element.focus()
  return element
}

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  stop = new AbortController()
  watchSelection({ page: document, signal: stop.signal, changed: (text) => told.push(text) })
})

afterEach(() => {
  stop.abort()
  vi.useRealTimers()
  document.body.replaceChildren()
  document.getSelection()?.removeAllRanges()
})

const event = (type: string, target: EventTarget = document) =>
  target.dispatchEvent(new Event(type, { bubbles: true }))

describe('G29 · selection inside a field', () => {
  test('an input', () => {
    field('input', 'x 731.640.258-07').setSelectionRange(2, 16)
    expect(selectedText(document)).toBe('731.640.258-07')
  })

  test('a text area', () => {
    field('textarea', '731.640.258-07').setSelectionRange(0, 14)
    expect(selectedText(document)).toBe('731.640.258-07')
  })

  test('a password is none of our business', () => {
    field('input', 'secret', 'password').setSelectionRange(0, 6)
    expect(selectedText(document)).toBe('')
  })
})

describe('telling', () => {
  test('once, when the selection has come to rest', () => {
    const input = field('input', '731.640.258-07')
    for (let end = 1; end <= 14; end += 1) {
      input.setSelectionRange(0, end)
      event('selectionchange')
    }
    expect(told).toEqual([])
    vi.advanceTimersByTime(200)
    expect(told).toEqual(['731.640.258-07'])
  })

  test('at once on a right click, before the menu opens', () => {
    field('input', '731.640.258-07').setSelectionRange(0, 14)
    event('contextmenu')
    expect(told).toEqual(['731.640.258-07'])
  })

  test('not twice the same', () => {
    field('input', '731.640.258-07').setSelectionRange(0, 14)
    event('contextmenu')
    event('contextmenu')
    expect(told).toHaveLength(1)
  })

  test('again when the window comes back, even an empty one: another tab may have named its own document', () => {
    event('focus', window)
    vi.advanceTimersByTime(200)
    expect(told).toEqual([''])
  })

  test('at most 5000 characters', () => {
    field('input', 'x'.repeat(20_000)).setSelectionRange(0, 20_000)
    event('contextmenu')
    expect(told[0]).toHaveLength(5000)
  })

  test('no more after the end', () => {
    field('input', '731.640.258-07').setSelectionRange(0, 14)
    event('selectionchange')
    stop.abort()
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
  })
})
