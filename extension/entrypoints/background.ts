import browser from 'webextension-polyfill'
import type { Runtime } from 'webextension-polyfill'
import { defineBackground } from 'wxt/utils/define-background'
import type { OperationOutput } from '../../shared/api.ts'
import { texts } from '../../shared/locales/texts.ts'
import { batchHandlers } from '../features/batch/handle-batch.ts'
import { readPageSelection } from '../features/batch/page-selection.ts'
import { negativationHandlers } from '../features/negativation/handle-negativation.ts'
import { openConfirmation } from '../features/negativation/open-confirmation.ts'
import { openRecords } from '../features/negativation/open-records.ts'
import { sessionProposals } from '../features/negativation/proposals.ts'
import { openOwnTab } from '../features/open-own-tab.ts'
import { createOpenPage } from '../features/open-page.ts'
import { createContextMenu } from '../features/query/context-menu.ts'
import { sessionDrafts } from '../features/query/drafts.ts'
import { queryHandlers } from '../features/query/handle-query.ts'
import { lastSelection } from '../features/query/last-selection.ts'
import { menuClick } from '../features/query/menu-click.ts'
import { openReport } from '../features/query/open-report.ts'
import { afterActs } from '../features/status/after-acts.ts'
import { statusHandlers } from '../features/status/handle-status.ts'
import { keepBadge } from '../features/status/keep-badge.ts'
import { toolbarBadge } from '../features/status/toolbar-badge.ts'
import { localeHandlers } from '../locale/handle-locale.ts'
import { storedLocale } from '../locale/stored-locale.ts'
import { createRouter } from '../messaging/router.ts'
import { browserLink, isServiceAllowed } from '../proxy-link/browser-link.ts'
import { linkHandlers } from '../proxy-link/handle-link.ts'
import { enabledSites } from '../sites/enabled-sites.ts'
import { siteHandlers, syncSites } from '../sites/handle-sites.ts'
import { sitePattern } from '../sites/site.ts'
import type { SiteState } from '../sites/site.ts'
import { siteScripts } from '../sites/site-scripts.ts'

/** How long a page of the ERP may take to say what is ticked on it. */
const pagePatienceMs = 1500

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const addressOf = (page: string): string => browser.runtime.getURL(page)

/** Wires the background: every listener is set in the first turn, or a browser that wakes it for an event finds nobody. */
export default defineBackground(() => {
  const locale = storedLocale(browser.storage.local)
  const words = async () => texts(await locale.read()).erp
  const menu = createContextMenu({
    menus: browser.contextMenus,
    title: async () => (await words()).menu.unread,
  })
  const enabled = enabledSites(browser.storage.local)
  const link = browserLink()
  const badge = toolbarBadge({
    action: browser.action,
    isServiceAllowed,
    removals: async () => (await link.call('removalsStatus', {})) as OperationOutput<'removalsStatus'>,
    words: async () => (await words()).badge,
  })
  const sites = {
    enabled,
    scripts: siteScripts(browser.scripting, browser.tabs),
    permissions: browser.permissions,
    changed: async (states: SiteState[]) => {
      await menu.setPatterns(states.filter(({ granted }) => granted).map(sitePattern))
      await badge.sites(states)
    },
  }
  const openPage = createOpenPage({ tabs: browser.tabs, addressOf })
  const drafts = sessionDrafts(browser.storage.session, () => crypto.randomUUID())
  const selection = lastSelection(browser.storage.session)
  const open: Parameters<typeof menuClick>[0]['open'] = (draft, tabId) =>
    openReport(draft, tabId, { drafts, openPage })

  const windows = { windows: browser.windows, addressOf, openPage }
  const ownTab = { tabs: browser.tabs, ...windows }
  const proposals = sessionProposals(browser.storage.session, () => crypto.randomUUID())
  const ofLink = linkHandlers(link)

  const route = createRouter({
    handlers: {
      ...ofLink,
      call: afterActs(ofLink.call, () => void badge.refresh()),
      ...statusHandlers({ link, clock: Date.now }),
      ...negativationHandlers({
        open: (proposal, tabId) => openConfirmation(proposal, tabId, { proposals, ...windows }),
        openRecords: (id, tabId) => openRecords(id, tabId, ownTab),
      }),
      ...batchHandlers({
        openTab: (place, tabId) => openOwnTab({ page: '/batch.html', place }, tabId, ownTab),
        pageSelection: () =>
          readPageSelection({ tabs: browser.tabs, enabled, patience: () => wait(pagePatienceMs) }),
      }),
      ...queryHandlers({ drafts, menu, selection, open, words }),
      ...siteHandlers(sites),
      ...localeHandlers(locale, async () => menu.setTitle((await words()).menu.unread)),
    },
    facts: async () => ({
      id: browser.runtime.id,
      base: browser.runtime.getURL(''),
      enabled: new Set((await enabled.read()).map(({ site }) => site)),
    }),
    locale: locale.read,
  })

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    route(message, sender),
  )
  browser.contextMenus.onClicked.addListener(
    (info, tab) => void menuClick({ menu, selection, open })(info, tab),
  )
  browser.permissions.onRemoved.addListener(() => void syncSites(sites))
  browser.permissions.onAdded.addListener(() => void syncSites(sites))
  browser.runtime.onInstalled.addListener(() => {
    void (async () => {
      await menu.install()
      await syncSites(sites)
    })()
  })
  keepBadge(browser.alarms, badge.refresh)
  void syncSites(sites)
})
