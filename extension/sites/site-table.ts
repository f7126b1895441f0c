import type { Storage } from 'webextension-polyfill'

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a stored table holds under a name; undefined for none, and for a value that is no table. */
export const entryOf = (stored: unknown, name: string): unknown =>
  isTable(stored) && Object.hasOwn(stored, name) ? stored[name] : undefined

/** What is kept for each site under one key of the storage. */
export interface SiteTable {
  read(site: string): Promise<unknown>
  /** Puts what the recipe makes of the known value in its place; undefined forgets the site. One change after the other. */
  change(site: string, recipe: (known: unknown) => unknown): Promise<void>
}

export const siteTable = (area: Storage.StorageArea, key: string): SiteTable => {
  let last: Promise<unknown> = Promise.resolve()
  const whole = async (): Promise<unknown> => (await area.get(key))[key]

  const change: SiteTable['change'] = async (site, recipe) => {
    const stored = await whole()
    const value = recipe(entryOf(stored, site))
    const others = Object.entries(isTable(stored) ? stored : {}).filter(([name]) => name !== site)
    await area.set({ [key]: Object.fromEntries(value === undefined ? others : [...others, [site, value]]) })
  }

  return {
    read: async (site) => entryOf(await whole(), site),
    change: (site, recipe) => {
      const turn = last.then(() => change(site, recipe))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
