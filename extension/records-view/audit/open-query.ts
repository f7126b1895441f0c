import browser from 'webextension-polyfill'
import { sessionDrafts } from '../../features/query/drafts.ts'
import { openReport } from '../../features/query/open-report.ts'
import { createOpenPage } from '../../features/open-page.ts'

/** Shows a query that was made, in a tab of its own; its address carries only a random id. */
export const openQuery = (queryId: string): Promise<void> =>
  openReport({ document: null, queryId }, undefined, {
    drafts: sessionDrafts(browser.storage.session, () => crypto.randomUUID()),
    openPage: createOpenPage({ tabs: browser.tabs, addressOf: (page) => browser.runtime.getURL(page) }),
  })
