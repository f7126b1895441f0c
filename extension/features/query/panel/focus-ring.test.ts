// @own-process: it needs a DOM
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { keepFocusRing } from './focus-ring.ts'

const build = (names: string[]) => {
  const host = document.body.appendChild(document.createElement('nada-consta-panel'))
  const root = host.attachShadow({ mode: 'open' })
  for (const name of names) {
    const button = root.appendChild(document.createElement('button'))
    button.textContent = name
    button.disabled = name === 'off'
  }
  return root
}
const openDialog = () => {
  const dialog = document.body.appendChild(document.createElement('md-dialog'))
  dialog.setAttribute('role', 'dialog')
  dialog.checkVisibility = () => true
}
const press = (root: ShadowRoot, at: number, key = 'Tab', shiftKey = false, isTrusted = true) => {
  root.querySelectorAll('button')[at]!.focus()
  const preventDefault = vi.fn<() => void>()
  keepFocusRing(root, { key, shiftKey, isTrusted, preventDefault } as unknown as KeyboardEvent)
  return { focused: root.activeElement?.textContent, isKept: preventDefault.mock.calls.length === 1 }
}

beforeEach(() => document.body.replaceChildren())

describe('behaviour 5 · Tab inside the panel while the ERP shows a dialog', () => {
  test('goes round at both ends, past what is off, and nowhere else', () => {
    const root = build(['first', 'middle', 'last', 'off'])
    openDialog()
    expect(press(root, 2)).toEqual({ focused: 'first', isKept: true })
    expect(press(root, 0, 'Tab', true)).toEqual({ focused: 'last', isKept: true })
    expect(press(root, 1)).toEqual({ focused: 'middle', isKept: false })
    expect(press(root, 0)).toEqual({ focused: 'first', isKept: false })
  })

  test('leads out of a panel that is put away: one button is no ring', () => {
    const root = build(['tab'])
    openDialog()
    expect(press(root, 0).isKept).toBe(false)
  })

  test('is left alone without a dialog, for other keys, and when a script plays it', () => {
    const root = build(['first', 'last'])
    expect(press(root, 1).isKept).toBe(false)
    openDialog()
    expect(press(root, 1, 'Enter').isKept).toBe(false)
    expect(press(root, 1, 'Tab', false, false).isKept).toBe(false)
  })
})
