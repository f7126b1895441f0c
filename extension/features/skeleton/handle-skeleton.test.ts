import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scripting, Tabs } from 'webextension-polyfill'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { enabledSites } from '../../sites/enabled-sites.ts'
import { siteProblems } from '../../sites/site-problems.ts'
import { skeletonHandlers } from './handle-skeleton.ts'

const site = 'https://empresa.hubsoft.com.br'
const caller = { role: 'page', tabId: 1 } as const

beforeEach(() => fakeBrowser.reset())

const tab = (id: number, over: Partial<Tabs.Tab> = {}): Partial<Tabs.Tab> => ({
  id,
  url: `${site}/cliente/editar/${id}/financeiro?busca=maria#faturas`,
  title: 'MARIA EXEMPLO',
  active: false,
  lastAccessed: id,
  ...over,
})

type Run = (injection: Scripting.ScriptInjection) => Promise<Partial<Scripting.InjectionResult>[]>

const setUp = async (open: Partial<Tabs.Tab>[], over: { isGranted?: boolean; run?: Run } = {}) => {
  const enabled = enabledSites(browser.storage.local)
  await enabled.add({ site, erp: 'hubsoft' })
  const problems = siteProblems(browser.storage.local)
  const query = vi.fn<(about: object) => Promise<Tabs.Tab[]>>(async () => open as Tabs.Tab[])
  const executeScript = vi.fn<Run>(
    over.run ?? (async ({ target: { tabId } }) => [{ result: `html of ${tabId}` }]),
  )
  const handlers = skeletonHandlers({
    enabled,
    problems,
    permissions: { contains: async () => over.isGranted ?? true },
    tabs: { query },
    scripting: { executeScript: executeScript as unknown as Scripting.Static['executeScript'] },
    version: '1.0.0',
    patience: async () => undefined,
  })
  return { ask: handlers['page-skeleton'], problems, query, executeScript }
}

describe('the skeleton of an open page', () => {
  test('of the tab in front, else of the one used last; the others are named by their place in the ERP', async () => {
    const { ask, query, executeScript } = await setUp([tab(3), tab(9), tab(5, { active: true })])
    expect(await ask({ site }, caller)).toEqual({
      text: 'Nada Consta 1.0.0 · hubsoft\nhtml of 5',
      tabId: 5,
      tabs: [5, 9, 3].map((id) => ({ id, path: `/cliente/editar/${id}/financeiro#faturas` })),
    })
    expect(query).toHaveBeenCalledWith({ url: `${site}/*` })
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 5 },
      files: ['/skeleton.js'],
      injectImmediately: true,
    })
  })

  test('of the tab that the person chose, as long as it is the site’s', async () => {
    const { ask } = await setUp([tab(3), tab(9)])
    expect(await ask({ site, tabId: 3 }, caller)).toMatchObject({ tabId: 3 })
    expect(await ask({ site, tabId: 77 }, caller)).toMatchObject({ tabId: 9 })
  })

  test('what failed there stands at its top', async () => {
    const { ask, problems } = await setUp([tab(3)])
    const at = '2026-11-25T13:02:00.000Z'
    await problems.note(site, { part: 'grids', version: '1.0.0', erp: 'hubsoft', at })
    expect((await ask({ site }, caller)).text).toBe('Nada Consta 1.0.0 · hubsoft · grids (1.0.0)\nhtml of 3')
  })
})

describe('why there is none', () => {
  test.each([[[]], [[tab(3, { discarded: true })]]])('no page of the site is open: %j', async (open) => {
    const { ask } = await setUp(open)
    await expect(ask({ site }, caller)).rejects.toMatchObject({ code: 'skeleton-no-tab' })
  })

  test.each([
    [site, false],
    ['https://outra.hubsoft.com.br', true],
    ['https://example.com', true],
  ])('%s is not allowed (%s): no tab is looked at', async (name, isGranted) => {
    const { ask, query } = await setUp([tab(3)], { isGranted })
    await expect(ask({ site: name }, caller)).rejects.toMatchObject({ code: 'site-not-granted' })
    expect(query).not.toHaveBeenCalled()
  })

  const never = Promise.withResolvers<never>()
  test.each<[string, Run]>([
    ['an error page', () => Promise.reject(new Error('Frame with ID 0 is showing error page'))],
    ['no answer', () => never.promise],
    ['no text', async () => [{ result: undefined }]],
    ['no frame', async () => []],
  ])('the page gives none: %s', async (_why, run) => {
    const { ask } = await setUp([tab(3)], { run })
    await expect(ask({ site }, caller)).rejects.toMatchObject({ code: 'skeleton-failed' })
  })
})
