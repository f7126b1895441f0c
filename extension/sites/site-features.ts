import type { Storage } from 'webextension-polyfill'
import { isConnected } from '../messaging/send.ts'
import { entryOf, siteTable } from './site-table.ts'

/** What the extension does in an ERP's pages, each to be switched off for one site. */
export const features = ['panel', 'toolbar', 'record', 'chips', 'marks', 'selection'] as const
export type Feature = (typeof features)[number]
export type Features = Readonly<Record<Feature, boolean>>

const key = 'site-features'

/** The switches in one site's part of what is stored: on, but for what is plainly off. */
const parseFeatures = (stored: unknown): Features =>
  Object.fromEntries(
    features.map((feature) => [feature, entryOf(stored, feature) !== false]),
  ) as unknown as Features

const isSame = (one: Features, other: Features): boolean =>
  features.every((feature) => one[feature] === other[feature])

/** The switches per feature and site. */
export interface SiteFeatures {
  read(site: string): Promise<Features>
  write(site: string, feature: Feature, isOn: boolean): Promise<void>
  forget(site: string): Promise<void>
}

/** The switches as the background keeps them; only what is off is written down. */
export const siteFeatures = (area: Storage.StorageArea): SiteFeatures => {
  const table = siteTable(area, key)
  return {
    read: async (site) => parseFeatures(await table.read(site)),
    write: (site, feature, isOn) =>
      table.change(site, (known) => {
        const next = { ...parseFeatures(known), [feature]: isOn }
        const off = features.filter((name) => !next[name])
        return off.length > 0 ? Object.fromEntries(off.map((name) => [name, false])) : undefined
      }),
    forget: (site) => table.change(site, () => undefined),
  }
}

/**
 * Tells the switches of a site at once and after each change, until the signal ends it: an open page obeys without being loaded
 * again. Resolves when they were told for the first time; rejects where the storage cannot be read.
 */
export const followFeatures = async (
  area: Pick<Storage.StorageArea, 'get' | 'onChanged'>,
  site: string,
  signal: AbortSignal,
  told: (features: Features) => void,
): Promise<void> => {
  let known: Features | null = null
  const tell = (stored: unknown): void => {
    const next = parseFeatures(entryOf(stored, site))
    if (signal.aborted || (known && isSame(known, next))) return
    known = next
    told(next)
  }
  const changed = (changes: Record<string, Storage.StorageChange>): void => {
    if (key in changes) tell(changes[key]?.newValue)
  }
  area.onChanged.addListener(changed)
  signal.addEventListener('abort', () => {
    // A page that outlived the extension has no listeners left to take away.
    if (isConnected()) area.onChanged.removeListener(changed)
  })
  const stored = (await area.get(key))[key]
  // A change that came meanwhile is newer than what was read.
  if (known === null) tell(stored)
}
