import type { Tabs, Windows } from 'webextension-polyfill'
import type { OpenPage } from './open-page.ts'

export interface OwnTabParts {
  tabs: Pick<Tabs.Static, 'query' | 'update'>
  /** Absent in browsers without windows of their own. */
  windows: Pick<Windows.Static, 'update'> | undefined
  /** The full address of one of our own pages. */
  addressOf: (page: string) => string
  openPage: OpenPage
}

/**
 * Shows one of our own pages, at a place of it when one is named: in the tab that shows it already, else in a new one. `page` is its path,
 * `place` what stands behind the `#`.
 */
export const openOwnTab = async (
  { page, place }: { page: string; place: string | undefined },
  openerTabId: number | undefined,
  { tabs, windows, addressOf, openPage }: OwnTabParts,
): Promise<void> => {
  const target = place === undefined ? page : `${page}#${place}`
  // A browser that does not tell the addresses of our own tabs gets a second one.
  const open = await tabs.query({ url: `${addressOf(page)}*` }).catch((): Tabs.Tab[] => [])
  const shown = open.find(({ id }) => id !== undefined)
  if (shown?.id === undefined) {
    await openPage(target, openerTabId)
    return
  }
  await tabs.update(shown.id, { active: true, ...(place !== undefined && { url: addressOf(target) }) })
  if (shown.windowId !== undefined) await windows?.update(shown.windowId, { focused: true })
}
