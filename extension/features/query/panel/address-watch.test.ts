import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchAddress } from './address-watch.ts'

const site = 'https://empresa.hubsoft.com.br'
const record = `${site}/cliente/editar/11943/cadastro`
const other = `${site}/cliente/editar/11944/cadastro`

/** A window whose browser announces changes of the address, or does not. */
const windowAt = (announces: boolean) => {
  const window = Object.assign(new EventTarget(), {
    location: { href: record },
    ...(announces && { navigation: new EventTarget() }),
  })
  return {
    window,
    announce: (url: string, sameDocument = true) =>
      window.navigation?.dispatchEvent(
        Object.assign(new Event('navigate'), { destination: { url, sameDocument } }),
      ),
    arrive: (url: string) => {
      window.location.href = url
    },
  }
}

const entered = vi.fn<(address: URL) => void>()
const told = () => entered.mock.calls.map(([{ href }]) => href)
const follow = (window: object) =>
  watchAddress({ window: window as Window, signal: new AbortController().signal, entered })

beforeEach(() => {
  entered.mockClear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('behaviour 18 · the address of the page', () => {
  test('is told at the start, and each new one once, before the page has it', async () => {
    const { window, announce, arrive } = windowAt(true)
    const look = follow(window)
    announce(other)
    expect(told()).toEqual([record, other])
    arrive(other)
    look()
    await vi.runAllTimersAsync()
    expect(told()).toEqual([record, other])
  })

  test('a change that the page takes back is taken back', async () => {
    const { window, announce } = windowAt(true)
    follow(window)
    announce(other)
    await vi.runAllTimersAsync()
    expect(told()).toEqual([record, other, record])
    announce(other)
    expect(told()).toEqual([record, other, record, other])
  })

  test.each(['tel:+553799900', `${site}/boleto.pdf`])('%s leaves the page where it is', (url) => {
    const { window, announce } = windowAt(true)
    follow(window)
    announce(url, false)
    expect(told()).toEqual([record])
  })

  test('a browser that announces nothing: back and forward, a fragment, and whoever looks', () => {
    const { window, arrive } = windowAt(false)
    const look = follow(window)
    arrive(other)
    window.dispatchEvent(new Event('popstate'))
    arrive(`${other}#faturas`)
    window.dispatchEvent(new Event('hashchange'))
    arrive(record)
    look()
    expect(told()).toEqual([record, other, `${other}#faturas`, record])
  })
})
