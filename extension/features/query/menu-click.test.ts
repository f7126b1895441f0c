import { expect, test, vi } from 'vitest'
import type { Menus, Tabs } from 'webextension-polyfill'
import type { Draft } from './draft.ts'
import { parseCnpj } from '../../../shared/document.ts'
import { menuClick } from './menu-click.ts'

const click = async (info: Partial<Menus.OnClickData>, told = '') => {
  const open = vi.fn<(draft: Draft, tabId: number | undefined) => Promise<void>>(async () => {})
  const handle = menuClick({
    menu: { isOurs: ({ menuItemId }) => menuItemId === 'ours' },
    selection: { of: async (tabId) => (tabId === 7 ? told : '') },
    open,
    own: async () => [parseCnpj('90.001.000/0001-07')!],
  })
  await handle({ menuItemId: 'ours', ...info } as Menus.OnClickData, { id: 7 } as Tabs.Tab)
  return open.mock.calls.map(([draft]) => draft)
}

test("G29 · the browser's own text of the click counts first", async () => {
  expect(await click({ selectionText: '731.640.258-07' }, '907.315.826-59')).toEqual([
    { document: '731.640.258-07' },
  ])
})

test('G29 · a field for which the browser gives none: what the page told', async () => {
  expect(await click({}, '731.640.258-07')).toEqual([{ document: '731.640.258-07' }])
  expect(await click({ selectionText: ' ' }, '731.640.258-07')).toEqual([{ document: '731.640.258-07' }])
})

test("the provider's own CNPJ beside the customer's document is left out", async () => {
  expect(await click({ selectionText: 'PROVEDOR / CNPJ: 90.001.000/0001-07 · CPF 731.640.258-07' })).toEqual([
    { document: '731.640.258-07' },
  ])
  expect(await click({ selectionText: '90.001.000/0001-07' })).toEqual([{ document: null, notice: 'own' }])
})

test('nothing recognised: the tab opens and explains', async () => {
  expect(await click({ selectionText: 'MARIA' })).toEqual([{ document: null, notice: 'none' }])
})

test("another extension's item is none of ours", async () => {
  expect(await click({ menuItemId: 'theirs', selectionText: '731.640.258-07' })).toEqual([])
})
