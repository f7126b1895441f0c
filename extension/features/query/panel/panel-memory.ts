import type { Storage } from 'webextension-polyfill'
import type { Corner, Place } from './panel-place.ts'
import { corners, home } from './panel-place.ts'

const key = 'panel-places'
/** Kept by earlier versions, for all sites at once. */
const olderKey = 'panel-open'

/** How a person left the panel on one site. */
export interface PanelPlacing {
  /** Whether it is open in customers' records. */
  isOpen: boolean
  place: Place
}

export interface PanelMemory {
  read(): Promise<PanelPlacing>
  /** Keeps what has changed; the rest stays as another tab of the site left it. */
  keep(change: Partial<PanelPlacing>): void
}

type Table = Record<string, unknown>

const tableOf = (value: unknown): Table =>
  typeof value === 'object' && value !== null ? (value as Table) : {}

const isDistance = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0

const placeOf = ({ corner, x, y }: Table): Place => {
  const isPlace = corners.includes(corner as Corner) && isDistance(x) && isDistance(y)
  return isPlace ? { corner: corner as Corner, x, y } : home
}

/** The panel's place and state on one site, kept in the browser; what is not there or damaged is as on the first day. */
export const panelMemory = (area: Pick<Storage.StorageArea, 'get' | 'set'>, site: string): PanelMemory => {
  let writing: Promise<unknown> = Promise.resolve()

  const change = async ({ isOpen, place }: Partial<PanelPlacing>): Promise<void> => {
    const sites = tableOf((await area.get(key))[key])
    const kept = { ...tableOf(sites[site]), ...(isOpen !== undefined && { isOpen }), ...place }
    await area.set({ [key]: { ...sites, [site]: kept } })
  }

  return {
    read: async () => {
      const stored = await area.get([key, olderKey])
      const kept = tableOf(tableOf(stored[key])[site])
      const isOpen = typeof kept['isOpen'] === 'boolean' ? kept['isOpen'] : stored[olderKey] !== false
      return { isOpen, place: placeOf(kept) }
    },
    keep: (changed) => {
      // One after the other, or the second would write what the first has not changed yet; a lost one costs nothing.
      writing = writing.then(() => change(changed)).catch(() => undefined)
    },
  }
}
