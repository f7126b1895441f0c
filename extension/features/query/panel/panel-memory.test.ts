import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { panelMemory } from './panel-memory.ts'
import type { Place } from './panel-place.ts'
import { home } from './panel-place.ts'

const area = browser.storage.local
const site = 'https://empresa.hubsoft.com.br'
const other = 'https://outra.hubsoft.com.br'
const place: Place = { corner: 'top-left', x: 40, y: 60 }
const kept = async () => (await area.get('panel-places'))['panel-places']

beforeEach(() => fakeBrowser.reset())

test('on the first day: open, in the corner', async () => {
  expect(await panelMemory(area, site).read()).toEqual({ isOpen: true, place: home })
})

test('place and state are kept per site', async () => {
  const memory = panelMemory(area, site)
  memory.keep({ place })
  memory.keep({ isOpen: false })
  await vi.waitFor(async () => expect(await kept()).toEqual({ [site]: { ...place, isOpen: false } }))
  expect(await memory.read()).toEqual({ isOpen: false, place })
  expect(await panelMemory(area, other).read()).toEqual({ isOpen: true, place: home })
})

test('what another tab of the site changed meanwhile stays', async () => {
  panelMemory(area, site).keep({ place })
  await vi.waitFor(async () => expect(await kept()).toBeDefined())
  panelMemory(area, site).keep({ isOpen: false })
  await vi.waitFor(async () => expect(await panelMemory(area, site).read()).toEqual({ isOpen: false, place }))
})

test('the one state that earlier versions kept counts until the site has its own', async () => {
  await area.set({ 'panel-open': false })
  const memory = panelMemory(area, site)
  expect((await memory.read()).isOpen).toBe(false)
  memory.keep({ isOpen: true })
  await vi.waitFor(async () => expect((await memory.read()).isOpen).toBe(true))
})

describe('what is damaged is as on the first day', () => {
  test.each([
    null,
    'text',
    { [site]: 7 },
    { [site]: { isOpen: 'no', corner: 'middle', x: 1, y: 1 } },
    { [site]: { corner: 'top-left', x: -1, y: 1 } },
    { [site]: { corner: 'top-left', x: '1', y: Number.NaN } },
  ])('%j', async (stored) => {
    await area.set({ 'panel-places': stored })
    expect(await panelMemory(area, site).read()).toEqual({ isOpen: true, place: home })
  })
})

test('G59 · a storage that is gone with the extension breaks nothing', async () => {
  const set = vi.fn<typeof area.set>()
  const gone = { get: vi.fn<typeof area.get>(() => Promise.reject(new Error('context invalidated'))), set }
  const memory = panelMemory(gone, site)
  memory.keep({ isOpen: false })
  memory.keep({ place })
  await vi.waitFor(() => expect(gone.get).toHaveBeenCalledTimes(2))
  expect(set).not.toHaveBeenCalled()
})
