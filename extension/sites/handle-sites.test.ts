import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { texts } from '../../shared/locales/texts.ts'
import { toolbarBadge } from '../features/status/toolbar-badge.ts'
import { enabledSites } from './enabled-sites.ts'
import { siteHandlers, syncSites } from './handle-sites.ts'
import { siteFeatures } from './site-features.ts'
import { siteProblems } from './site-problems.ts'
import { siteScripts } from './site-scripts.ts'
import { siteTable } from './site-table.ts'

const caller = { role: 'page', tabId: 1 } as const
const site = 'https://empresa.hubsoft.com.br'
const other = 'https://outra.hubsoft.com.br'

const allOn = { panel: true, toolbar: true, record: true, chips: true, marks: true, selection: true }

type Script = { id: string; matches?: string[] }

const stubScripting = () => {
  const registered = new Map<string, Script>()
  return {
    registered,
    getRegisteredContentScripts: async () => [...registered.values()],
    registerContentScripts: async (scripts: Script[]) => {
      for (const script of scripts) {
        if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
        registered.set(script.id, script)
      }
    },
    updateContentScripts: async (scripts: Script[]) => {
      for (const script of scripts) registered.set(script.id, script)
    },
    unregisterContentScripts: async () => registered.clear(),
    executeScript: vi.fn<() => Promise<never[]>>(async () => []),
  }
}

const setUp = (granted: string[]) => {
  const permitted = new Set(granted.map((name) => `${name}/*`))
  const scripting = stubScripting()
  const badge = { text: '', title: '' }
  const marks = toolbarBadge({
    action: {
      setBadgeText: async ({ text }) => void (badge.text = text ?? ''),
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }) => void (badge.title = title ?? ''),
    },
    isServiceAllowed: async () => permitted.has('service'),
    removals: async () => null,
    words: async () => texts('pt-BR').erp.badge,
  })
  permitted.add('service')
  const parts = {
    enabled: enabledSites(browser.storage.local),
    scripts: siteScripts(scripting, { query: async () => [{ id: 3 }, { id: 4 }] as never }),
    permissions: {
      contains: async ({ origins = [] }: { origins?: string[] }) =>
        origins.every((origin) => permitted.has(origin)),
      remove: async ({ origins = [] }: { origins?: string[] }) =>
        origins.every((origin) => permitted.delete(origin)),
    },
    changed: marks.sites,
    features: siteFeatures(browser.storage.local),
    problems: siteProblems(browser.storage.local),
    places: siteTable(browser.storage.local, 'panel-places'),
    version: '1.0.0',
  }
  return { parts, permitted, scripting, badge, handlers: siteHandlers(parts) }
}

const remove = () => Promise.reject(new Error('Permissions are required by policy'))

const matches = ({ registered }: ReturnType<typeof stubScripting>) =>
  [...registered.values()].map((script) => script.matches)

beforeEach(() => fakeBrowser.reset())

describe('enabling', () => {
  test('registers the content script for that host, top frame only, and starts it in open tabs', async () => {
    const { handlers, scripting } = setUp([site])
    expect(await handlers['site-enable']({ site: `${site}/dashboard` }, caller)).toEqual({
      sites: [{ site, erp: 'hubsoft', granted: true, features: allOn, problems: [] }],
    })
    expect([...scripting.registered.values()]).toEqual([
      expect.objectContaining({
        id: 'erp',
        matches: [`${site}/*`],
        allFrames: false,
        persistAcrossSessions: true,
      }),
    ])
    expect(scripting.executeScript).toHaveBeenCalledTimes(2)
  })

  test('a second site joins the first', async () => {
    const { handlers, scripting } = setUp([site, other])
    await handlers['site-enable']({ site }, caller)
    await handlers['site-enable']({ site: other }, caller)
    expect(matches(scripting)).toEqual([[`${site}/*`, `${other}/*`]])
  })

  test('not without the permission: the page asks for it first', async () => {
    const { handlers, scripting } = setUp([])
    await expect(handlers['site-enable']({ site }, caller)).rejects.toMatchObject({
      code: 'site-not-granted',
    })
    expect(scripting.registered.size).toBe(0)
    expect((await handlers.sites({}, caller)).sites).toEqual([])
  })

  test.each(['https://central.empresa.hubsoft.com.br', 'https://example.com', ''])('not %s', async (text) => {
    await expect(setUp([text]).handlers['site-enable']({ site: text }, caller)).rejects.toMatchObject({
      code: 'site-unsupported',
    })
  })
})

describe('disabling', () => {
  test('gives the permission back and stops the script', async () => {
    const { handlers, scripting, permitted } = setUp([site])
    await handlers['site-enable']({ site }, caller)
    expect(await handlers['site-disable']({ site }, caller)).toEqual({ sites: [] })
    expect(scripting.registered.size).toBe(0)
    expect(permitted.has(`${site}/*`)).toBe(false)
  })

  test("a policy that holds the permission does not keep the site's script", async () => {
    const { parts, scripting } = setUp([site])
    const handlers = siteHandlers({ ...parts, permissions: { ...parts.permissions, remove } })
    await handlers['site-enable']({ site }, caller)
    await handlers['site-disable']({ site }, caller)
    expect(scripting.registered.size).toBe(0)
  })
})

/** The tables that hold something of the site. */
const kept = async () => {
  const keys = ['site-features', 'site-problems', 'panel-places']
  return Object.entries(await browser.storage.local.get(keys)).filter(([, table]) => site in Object(table))
}

describe('what is kept of a site', () => {
  const problem = { part: 'grids', version: '1.0.0', erp: 'hubsoft', at: '2026-11-25T13:02:00.000Z' } as const
  test('a switch is saved for its site alone', async () => {
    const { handlers } = setUp([site, other])
    await handlers['site-enable']({ site }, caller)
    await handlers['site-enable']({ site: other }, caller)
    const { sites } = await handlers['site-feature']({ site, feature: 'chips', isOn: false }, caller)
    expect(sites.map(({ features }) => features.chips)).toEqual([false, true])
  })

  test('a site that was removed in another tab has no switches', async () => {
    const { handlers } = setUp([site])
    const change = handlers['site-feature']({ site, feature: 'chips', isOn: false }, caller)
    await expect(change).rejects.toMatchObject({ code: 'site-not-granted' })
    expect(await kept()).toEqual([])
  })

  test('the problems of this version are shown; trying again forgets them', async () => {
    const { handlers, parts } = setUp([site])
    await handlers['site-enable']({ site }, caller)
    await parts.problems.note(site, problem)
    await parts.problems.note(site, { ...problem, part: 'rows', version: '0.9.0' })
    expect((await handlers.sites({}, caller)).sites[0]!.problems).toEqual([problem])
    expect((await handlers['site-retry']({ site }, caller)).sites[0]!.problems).toEqual([])
  })

  test('removing the site forgets its switches, its problems and the place of its panel', async () => {
    const { handlers, parts } = setUp([site, other])
    await handlers['site-enable']({ site }, caller)
    await handlers['site-feature']({ site, feature: 'panel', isOn: false }, caller)
    await parts.problems.note(site, problem)
    const placed = { corner: 'top-left', x: 12, y: 12 }
    await browser.storage.local.set({ 'panel-places': { [site]: placed, [other]: placed } })
    expect(await kept()).toHaveLength(3)
    await handlers['site-disable']({ site }, caller)
    expect(await kept()).toEqual([])
    expect(await browser.storage.local.get('panel-places')).toEqual({ 'panel-places': { [other]: placed } })
  })
})

describe('G63 · a permission that was taken away', () => {
  test("a site's: it stays in the list as not permitted, its script goes, the toolbar button says so", async () => {
    const { parts, handlers, permitted, scripting, badge } = setUp([site, other])
    await handlers['site-enable']({ site }, caller)
    await handlers['site-enable']({ site: other }, caller)
    expect(badge).toEqual({ text: '', title: 'Nada Consta' })
    permitted.delete(`${site}/*`)
    expect(await syncSites(parts as never)).toEqual([
      { site, erp: 'hubsoft', granted: false },
      { site: other, erp: 'hubsoft', granted: true },
    ])
    expect(matches(scripting)).toEqual([[`${other}/*`]])
    expect(badge).toEqual({
      text: '!',
      title: 'Nada Consta – Falta uma permissão do navegador. Abra a Configuração.',
    })
    permitted.add(`${site}/*`)
    await syncSites(parts)
    expect(badge.text).toBe('')
  })

  test("the service's: the toolbar button says so", async () => {
    const { parts, permitted, badge } = setUp([])
    permitted.delete('service')
    await syncSites(parts)
    expect(badge.text).toBe('!')
  })

  test('an update of the extension drops the registration; the next start repeats it', async () => {
    const { parts, handlers, scripting } = setUp([site])
    await handlers['site-enable']({ site }, caller)
    scripting.registered.clear()
    await Promise.all([syncSites(parts as never), syncSites(parts as never)])
    expect(matches(scripting)).toEqual([[`${site}/*`]])
  })

  test('a stored site that we no longer know is none', async () => {
    await browser.storage.local.set({ sites: ['https://central.empresa.hubsoft.com.br', 7, site] })
    const { handlers } = setUp([site])
    expect((await handlers.sites({}, caller)).sites.map((state) => state.site)).toEqual([site])
  })
})
