import { expect, test, vi } from 'vitest'
import type { Tabs } from 'webextension-polyfill'
import { createOpenPage } from './open-page.ts'

const url = 'chrome-extension://abc/report.html'

const setUp = (opener: Partial<Tabs.Tab> | null, create: (place: object) => Promise<object>) => {
  const tabs = {
    get: vi.fn<() => Promise<unknown>>(() =>
      opener ? Promise.resolve(opener) : Promise.reject(new Error('gone')),
    ),
    create: vi.fn<typeof create>(create),
  }
  return {
    tabs,
    open: createOpenPage({ tabs: tabs as never, addressOf: (page) => `chrome-extension://abc${page}` }),
  }
}

test('beside the tab that asked, in its own window', async () => {
  const { tabs, open } = setUp({ id: 7, windowId: 2 }, async () => ({ id: 9 }))
  expect(await open('/report.html', 7)).toEqual({ id: 9 })
  expect(tabs.create.mock.calls).toEqual([[{ url, openerTabId: 7, windowId: 2 }]])
})

test.each<[string, Partial<Tabs.Tab> | null]>([
  ['a window that takes no tabs', { id: 7, windowId: 2 }],
  ['a tab that is gone', null],
])('%s: a loose tab', async (_what, opener) => {
  const { tabs, open } = setUp(opener, async (place) => {
    if ('openerTabId' in place) throw new Error('Tab opener must be in the same window as the updated tab.')
    return { id: 9 }
  })
  expect(await open('/report.html', 7)).toEqual({ id: 9 })
  expect(tabs.create).toHaveBeenLastCalledWith({ url })
})

test('nobody asked: a tab', async () => {
  const { tabs, open } = setUp(null, async () => ({ id: 9 }))
  await open('/report.html', undefined)
  expect(tabs.create.mock.calls).toEqual([[{ url }]])
  expect(tabs.get).not.toHaveBeenCalled()
})
