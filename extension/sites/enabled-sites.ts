import type { Storage } from 'webextension-polyfill'
import type { Site } from './site.ts'
import { parseSite } from './site.ts'

const key = 'sites'

/** The ERP sites that a person enabled. What is stored is parsed again, so that a site we no longer know is none. */
export interface EnabledSites {
  read(): Promise<Site[]>
  add(site: Site): Promise<void>
  remove(site: string): Promise<void>
}

export const enabledSites = (area: Storage.StorageArea): EnabledSites => {
  const names = async (): Promise<string[]> => {
    const stored = (await area.get(key))[key]
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : []
  }
  return {
    read: async () => (await names()).map(parseSite).filter((site) => site !== null),
    add: async ({ site }) => area.set({ [key]: [...new Set([...(await names()), site])].toSorted() }),
    remove: async (site) => area.set({ [key]: (await names()).filter((name) => name !== site) }),
  }
}

/** Whether a change of the stored data took the site away; for a content script that is still in its page. */
export const isSiteGone = (changes: Record<string, Storage.StorageChange>, site: string): boolean => {
  const stored: unknown = changes[key]?.newValue
  return key in changes && !(Array.isArray(stored) && stored.includes(site))
}
