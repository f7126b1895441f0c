import { expect, test, vi } from 'vitest'
import type { Tabs } from 'webextension-polyfill'
import type { Caller } from '../../messaging/router.ts'
import { openOwnTab } from '../open-own-tab.ts'
import { batchHandlers } from './handle-batch.ts'

const popup: Caller = { role: 'page', tabId: undefined }
const addressOf = (path: string) => `chrome-extension://abc${path}`

const setUp = (open: Partial<Tabs.Tab>[]) => {
  const tabs = {
    query: vi.fn<(what: object) => Promise<unknown[]>>(async () => open),
    update: vi.fn<(tab: number, change: object) => Promise<void>>(async () => {}),
  }
  const openPage = vi.fn<(page: string, opener: number | undefined) => Promise<Tabs.Tab>>(
    async () => ({}) as Tabs.Tab,
  )
  const parts = { tabs: tabs as never, windows: undefined, addressOf, openPage }
  const handlers = batchHandlers({
    openTab: (place, opener) => openOwnTab({ page: '/batch.html', place }, opener, parts),
    pageSelection: async () => ({ site: 'empresa.hubsoft.com.br', invoiceIds: ['62636'] }),
  })
  return { handlers, tabs, openPage }
}

test('the batch page opens in a tab, at its place', async () => {
  const { handlers, openPage } = setUp([])
  expect(await handlers['open-batch']({ place: 'batch/b1' }, popup)).toEqual({ opened: true })
  await handlers['open-batch']({}, popup)
  expect(openPage.mock.calls).toEqual([
    ['/batch.html#batch/b1', undefined],
    ['/batch.html', undefined],
  ])
})

test('a tab that shows it already comes to the front and keeps its place when none is named', async () => {
  const { handlers, tabs, openPage } = setUp([{ id: 5 }])
  await handlers['open-batch']({ place: 'candidates' }, popup)
  await handlers['open-batch']({}, popup)
  expect(tabs.query).toHaveBeenCalledWith({ url: 'chrome-extension://abc/batch.html*' })
  expect(tabs.update.mock.calls).toEqual([
    [5, { active: true, url: 'chrome-extension://abc/batch.html#candidates' }],
    [5, { active: true }],
  ])
  expect(openPage).not.toHaveBeenCalled()
})

test('what is ticked on the ERP’s page is passed on as it was read', async () => {
  const { handlers } = setUp([])
  expect(await handlers['page-selection']({}, popup)).toEqual({
    site: 'empresa.hubsoft.com.br',
    invoiceIds: ['62636'],
  })
})
