import type { Tabs, Windows } from 'webextension-polyfill'
import type { OpenPage } from '../open-page.ts'

interface OpenRecordsParts {
  tabs: Pick<Tabs.Static, 'query' | 'update'>
  windows: Pick<Windows.Static, 'update'> | undefined
  addressOf: (page: string) => string
  openPage: OpenPage
}

/** Shows the list of records, at one of them when its id is given: in the tab that shows it already, else in a new one. */
export const openRecords = async (
  negativationId: string | undefined,
  openerTabId: number | undefined,
  { tabs, windows, addressOf, openPage }: OpenRecordsParts,
): Promise<void> => {
  const page = negativationId === undefined ? '/records.html' : `/records.html#${negativationId}`
  // A browser that does not tell the addresses of our own tabs gets a second one.
  const open = await tabs.query({ url: `${addressOf('/records.html')}*` }).catch((): Tabs.Tab[] => [])
  const shown = open.find(({ id }) => id !== undefined)
  if (shown?.id === undefined) {
    await openPage(page, openerTabId)
    return
  }
  await tabs.update(shown.id, {
    active: true,
    ...(negativationId !== undefined && { url: addressOf(page) }),
  })
  if (shown.windowId !== undefined) await windows?.update(shown.windowId, { focused: true })
}

export type OpenRecords = (
  negativationId: string | undefined,
  openerTabId: number | undefined,
) => Promise<void>
