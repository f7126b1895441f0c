import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { texts } from '../../shared/locales/texts.ts'
import { toolbarBadge } from '../features/status/toolbar-badge.ts'
import { enabledSites } from './enabled-sites.ts'
import { siteHandlers, syncSites } from './handle-sites.ts'
import { siteScripts } from './site-scripts.ts'

const caller = { role: 'page', tabId: 1 } as const
const site = 'https://empresa.hubsoft.com.br'
const other = 'https://outra.hubsoft.com.br'

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
      sites: [{ site, erp: 'hubsoft', granted: true }],
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
