import { describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import type { Tabs } from 'webextension-polyfill'
import type { Caller } from '../../messaging/router.ts'
import { parseCnpj } from '../../../shared/document.ts'
import { negativationHandlers } from './handle-negativation.ts'
import { openConfirmation } from './open-confirmation.ts'
import { openRecords } from './open-records.ts'
import { sessionProposals } from './proposals.ts'

const id = 'd6bd8369-f85e-47b4-b358-1d25ab6a1791'
const page: Caller = { role: 'content', tabId: 7, host: 'empresa.hubsoft.com.br' }
const ours: Caller = { role: 'page', tabId: 3 }
const addressOf = (path: string) => `chrome-extension://abc${path}`

const setUp = (
  create: (() => Promise<unknown>) | null = async () => ({ id: 1 }),
  open: Partial<Tabs.Tab>[] = [],
) => {
  const openPage = vi.fn<(page: string, opener: number | undefined) => Promise<Tabs.Tab>>(
    async () => ({}) as Tabs.Tab,
  )
  const windows = {
    create: vi.fn<(data: unknown) => Promise<unknown>>(create ?? undefined),
    update: vi.fn<() => void>(),
  }
  const tabs = {
    query: vi.fn<() => Promise<Partial<Tabs.Tab>[]>>(async () => open),
    update: vi.fn<(tab: number, change: object) => Promise<void>>(async () => {}),
  }
  const proposals = sessionProposals(browser.storage.session, () => id)
  const handlers = negativationHandlers({
    own: async () => [parseCnpj('90.001.000/0001-07')!],
    open: (proposal, tabId) =>
      openConfirmation(proposal, tabId, {
        proposals,
        windows: create ? (windows as never) : undefined,
        addressOf,
        openPage,
      }),
    openRecords: (record, tabId) =>
      openRecords(record, tabId, { tabs: tabs as never, windows: windows as never, addressOf, openPage }),
  })
  return { handlers, proposals, windows, tabs, openPage }
}

describe('proposing a negativation', () => {
  test("a page's proposal of the provider's own CNPJ opens nothing and says why", async () => {
    const { handlers, windows } = setUp()
    const input = { customerId: '11943', document: '90.001.000/0001-07' }
    await expect(handlers['open-negativation'](input, page)).rejects.toMatchObject({ code: 'document-own' })
    expect(windows.create).not.toHaveBeenCalled()
    expect(await handlers['open-negativation'](input, ours)).toEqual({ opened: true })
  })

  test('opens a window of ours; the address carries a random id and nothing of the person', async () => {
    const { handlers, proposals, windows, openPage } = setUp()
    const input = { customerId: '11943', document: '731.640.258-07', name: 'MARIA\n\u202eEXEMPLO' }
    expect(await handlers['open-negativation'](input, page)).toEqual({ opened: true })
    expect(windows.create).toHaveBeenCalledWith({
      type: 'popup',
      url: `chrome-extension://abc/confirm.html?draft=${id}`,
      focused: true,
      width: 1040,
      height: 720,
    })
    expect(openPage).not.toHaveBeenCalled()
    expect(await proposals.read(id)).toEqual({
      site: 'empresa.hubsoft.com.br',
      customerId: '11943',
      document: '731.640.258-07',
      name: 'MARIA EXEMPLO',
      act: null,
    })
  })

  test('from our own page there is no ERP site to believe', async () => {
    const { handlers, proposals } = setUp()
    await handlers['open-negativation']({ document: '73164025807' }, ours)
    expect(await proposals.read(id)).toMatchObject({
      site: null,
      customerId: null,
      document: '731.640.258-07',
    })
  })

  test.each([
    ['no windows', null],
    ['a window that is refused', () => Promise.reject(new Error('no'))],
  ])('%s: a tab', async (_what, create) => {
    const { handlers, openPage } = setUp(create)
    await handlers['open-negativation']({ customerId: '11943' }, page)
    expect(openPage).toHaveBeenCalledWith(`/confirm.html?draft=${id}`, 7)
  })

  test('a document that is none opens nothing', async () => {
    const { handlers, windows } = setUp()
    await expect(handlers['open-negativation']({ document: '731.640.258-08' }, page)).rejects.toMatchObject({
      code: 'document-invalid',
    })
    expect(windows.create).not.toHaveBeenCalled()
  })

  test('the act is noted with the proposal; a proposal that is gone says so', async () => {
    const { handlers, proposals } = setUp()
    await handlers['open-negativation']({ customerId: '11943' }, page)
    const act = { id: 'n1', key: id, seal: 's', letterDays: 10, input: {} as never }
    await proposals.note(id, act)
    expect(await proposals.read(id)).toMatchObject({ customerId: '11943', act })
    await browser.storage.session.clear()
    await expect(proposals.read(id)).rejects.toMatchObject({ code: 'draft-unknown' })
  })
})

describe('the list of records', () => {
  test('opens in a new tab, at the record', async () => {
    const { handlers, openPage } = setUp()
    await handlers['open-records']({ negativationId: 'n1' }, page)
    await handlers['open-records']({}, ours)
    expect(openPage.mock.calls).toEqual([
      ['/records.html#n1', 7],
      ['/records.html', 3],
    ])
  })

  test('an open list is brought to the front and shows the record', async () => {
    const { handlers, tabs, windows, openPage } = setUp(undefined, [{ id: 5, windowId: 2 }])
    await handlers['open-records']({ negativationId: 'n1' }, page)
    expect(tabs.query).toHaveBeenCalledWith({ url: 'chrome-extension://abc/records.html*' })
    expect(tabs.update).toHaveBeenCalledWith(5, {
      active: true,
      url: 'chrome-extension://abc/records.html#n1',
    })
    expect(windows.update).toHaveBeenCalledWith(2, { focused: true })
    await handlers['open-records']({}, page)
    expect(tabs.update).toHaveBeenLastCalledWith(5, { active: true })
    expect(openPage).not.toHaveBeenCalled()
  })
})
