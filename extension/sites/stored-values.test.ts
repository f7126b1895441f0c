import { beforeEach, describe, expect, test } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { storedLocale } from '../locale/stored-locale.ts'
import { panelMemory } from '../features/query/panel/panel-memory.ts'
import { home } from '../features/query/panel/panel-place.ts'
import { enabledSites } from './enabled-sites.ts'
import { features, siteFeatures } from './site-features.ts'
import { siteProblems } from './site-problems.ts'

const site = 'https://empresa.hubsoft.com.br'
const { local } = browser.storage
const allOn = Object.fromEntries(features.map((feature) => [feature, true]))

beforeEach(() => fakeBrowser.reset())

/** All that outlives an update of the extension; the session memory ends with it. */
const garbage = [null, 7, 'x', true, [], {}, [null, 7], { [site]: 7 }, { [site]: { of: 'a newer version' } }]

describe('what another version of the extension stored is read as far as it is understood', () => {
  test.each(garbage)('%j', async (stored) => {
    for (const key of ['locale', 'sites', 'site-features', 'site-problems', 'panel-places'])
      await local.set({ [key]: stored })
    expect(await storedLocale(local).read()).toBe('pt-BR')
    expect(await enabledSites(local).read()).toEqual([])
    expect(await siteFeatures(local).read(site)).toEqual(allOn)
    expect(await siteProblems(local).read(site)).toEqual([])
    expect(await panelMemory(local, site).read()).toEqual({ isOpen: true, place: home })
  })

  test('what is understood among it stays', async () => {
    await local.set({
      locale: 'en',
      sites: [site, 'https://erp.of.a.newer.version', 7],
      'site-features': { [site]: { panel: false, telepathy: false } },
    })
    expect(await storedLocale(local).read()).toBe('en')
    expect((await enabledSites(local).read()).map((each) => each.site)).toEqual([site])
    expect(await siteFeatures(local).read(site)).toEqual({ ...allOn, panel: false })
  })
})
