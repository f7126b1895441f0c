import type { Tabs } from 'webextension-polyfill'

interface OpenPageParts {
  tabs: Pick<Tabs.Static, 'create' | 'get'>
  /** The full address of one of our own pages. */
  addressOf: (page: string) => string
}

export type OpenPage = (page: string, openerTabId: number | undefined) => Promise<Tabs.Tab>

/**
 * Opens one of our own pages in a new tab, beside the one that asked for it. The window is named, because a tab without one goes to
 * the window that was used last, where an opener of another window is refused; a window without tabs of its own gets a loose one.
 */
export const createOpenPage =
  ({ tabs, addressOf }: OpenPageParts): OpenPage =>
  async (page, openerTabId) => {
    const url = addressOf(page)
    const opener = openerTabId === undefined ? null : await tabs.get(openerTabId).catch((): null => null)
    if (opener?.id !== undefined && opener.windowId !== undefined) {
      const place = { url, openerTabId: opener.id, windowId: opener.windowId }
      const beside = await tabs.create(place).catch((): null => null)
      if (beside) return beside
    }
    return tabs.create({ url })
  }
