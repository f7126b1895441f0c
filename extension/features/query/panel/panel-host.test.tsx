import { afterEach, describe, expect, test, vi } from 'vitest'
import { createPanelHost } from './panel-host.ts'
import { TrustedButton } from './trusted-button.tsx'

const ours = () => document.querySelectorAll('nada-consta-panel')

afterEach(() => document.body.replaceChildren())

describe('attack 26 · the page cannot use the panel', () => {
  test('its inside is closed to scripts', () => {
    createPanelHost(document).show(<p>731.640.258-07</p>)
    expect(ours()[0]!.shadowRoot).toBeNull()
    expect(document.body.textContent).toBe('')
  })

  test('a click that no person made presses nothing', () => {
    const press = vi.fn<() => void>()
    const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow')
    createPanelHost(document).show(<TrustedButton onPress={press}>Consultar</TrustedButton>)
    const root = attach.mock.results[0]!.value as ShadowRoot
    const button = root.querySelector('button')!
    for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown'])
      button.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    button.click()
    expect(press).not.toHaveBeenCalled()
    attach.mockRestore()
  })
})

describe('the host', () => {
  test('is a tag of its own at the end of the body, with aria-live, above the toasts and not above everything', () => {
    createPanelHost(document).show(<p />)
    const host = document.body.lastElementChild as HTMLElement
    expect(host.localName).toBe('nada-consta-panel')
    expect(host.getAttribute('aria-live')).toBe('off')
    expect([host.style.position, host.style.zIndex]).toEqual(['fixed', '900'])
    expect(host.style.getPropertyPriority('display')).toBe('important')
  })

  test('stands once: a copy that another run left behind goes', () => {
    createPanelHost(document).show(<p>old</p>)
    const host = createPanelHost(document)
    host.show(<p>new</p>)
    host.show(<p>newer</p>)
    expect(ours()).toHaveLength(1)
    expect(host.isInPage()).toBe(true)
  })

  test('comes back to a page that took it out', () => {
    const host = createPanelHost(document)
    host.show(<p />)
    document.body.replaceChildren()
    expect(host.isInPage()).toBe(false)
    host.show(<p />)
    expect(ours()).toHaveLength(1)
    host.remove()
    expect(ours()).toHaveLength(0)
  })

  test('knows when the page has taken it out, and when it is out by its own wish', () => {
    const host = createPanelHost(document)
    expect(host.isLost()).toBe(false)
    host.show(<p />)
    document.body.replaceChildren()
    expect(host.isLost()).toBe(true)
    host.show(<p />)
    host.remove()
    expect(host.isLost()).toBe(false)
  })

  test.each([
    'keydown',
    'keyup',
    'keypress',
    'focusin',
    'focusout',
    'input',
    'change',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'dblclick',
    'auxclick',
  ])('behaviour 12 · %s inside stays inside', (type) => {
    const [heard, own] = [vi.fn<() => void>(), vi.fn<() => void>()]
    document.addEventListener(type, heard)
    const host = createPanelHost(document)
    host.element.addEventListener(type, own)
    host.show(<p />)
    ours()[0]!.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
    expect([heard, own].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
    document.removeEventListener(type, heard)
  })
})
