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
import { ownDocuments } from '../features/query/own-documents.ts'
import { skeletonHandlers } from '../features/skeleton/handle-skeleton.ts'
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
import { problemHandlers } from '../sites/handle-problems.ts'
import { siteHandlers, syncSites } from '../sites/handle-sites.ts'
import { sitePattern } from '../sites/site.ts'
import type { SiteState } from '../sites/site.ts'
import { siteFeatures } from '../sites/site-features.ts'
import { siteProblems } from '../sites/site-problems.ts'
import { siteScripts } from '../sites/site-scripts.ts'
import { siteTable } from '../sites/site-table.ts'

/** How long a page of the ERP may take to say what is ticked on it. */
const pagePatienceMs = 1500
/** How long one of its pages may take to be described for the support. */
const skeletonPatienceMs = 15_000

/** How long a menu's title may wait for the service to tell the provider's own CNPJs. */
const ownPatienceMs = 300

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
    features: siteFeatures(browser.storage.local),
    problems: siteProblems(browser.storage.local),
    places: siteTable(browser.storage.local, 'panel-places'),
    version: browser.runtime.getManifest().version,
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
  const own = ownDocuments({
    ask: async () =>
      ((await link.call('integrations', {})) as OperationOutput<'integrations'>).integrations.map(
        ({ creditor }) => creditor,
      ),
    area: browser.storage.session,
    clock: Date.now,
    patience: () => wait(ownPatienceMs),
  })

  const route = createRouter({
    handlers: {
      ...ofLink,
      call: afterActs(ofLink.call, () => void badge.refresh()),
      ...statusHandlers({ link, clock: Date.now }),
      ...negativationHandlers({
        own,
        open: (proposal, tabId) => openConfirmation(proposal, tabId, { proposals, ...windows }),
        openRecords: (id, tabId) => openRecords(id, tabId, ownTab),
      }),
      ...batchHandlers({
        openTab: (place, tabId) => openOwnTab({ page: '/batch.html', place }, tabId, ownTab),
        pageSelection: () =>
          readPageSelection({ tabs: browser.tabs, enabled, patience: () => wait(pagePatienceMs) }),
      }),
      ...queryHandlers({ drafts, menu, selection, open, own, words, link }),
      ...siteHandlers(sites),
      ...problemHandlers({ ...sites, clock: Date.now }),
      ...skeletonHandlers({
        ...sites,
        tabs: browser.tabs,
        scripting: browser.scripting,
        patience: () => wait(skeletonPatienceMs),
      }),
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
    (info, tab) => void menuClick({ menu, selection, open, own })(info, tab),
  )
  browser.permissions.onRemoved.addListener(() => void syncSites(sites))
  browser.permissions.onAdded.addListener(() => void syncSites(sites))
  browser.runtime.onInstalled.addListener(() => {
    void (async () => {
      await menu.install()
      const states = await syncSites(sites)
      // Firefox ends the scripts of the version before without a word: their panels would stand there dead (case G59).
      if (import.meta.env.FIREFOX)
        for (const site of states) if (site.granted) await sites.scripts.start(site)
    })()
  })
  keepBadge(browser.alarms, badge.refresh)
  void syncSites(sites)
})
