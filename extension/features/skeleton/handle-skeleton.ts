import type { Permissions, Scripting, Tabs } from 'webextension-polyfill'
import { AppError } from '../../../shared/errors.ts'
import type { Handlers } from '../../messaging/router.ts'
import type { EnabledSites } from '../../sites/enabled-sites.ts'
import { siteStates } from '../../sites/handle-sites.ts'
import type { SiteProblems } from '../../sites/site-problems.ts'
import type { SiteState } from '../../sites/site.ts'
import { parseSite, sitePattern } from '../../sites/site.ts'
import type { SiteTab } from './page-skeleton.ts'

interface SkeletonParts {
  enabled: EnabledSites
  permissions: Pick<Permissions.Static, 'contains'>
  problems: Pick<SiteProblems, 'read'>
  tabs: Pick<Tabs.Static, 'query'>
  scripting: Pick<Scripting.Static, 'executeScript'>
  version: string
  /** Resolves when a page that does not answer has had its time. */
  patience: () => Promise<void>
}

const file = '/skeleton.js'

const allowedSite = async (text: string, parts: SkeletonParts): Promise<SiteState> => {
  const name = parseSite(text)?.site
  const site = (await siteStates(parts)).find((state) => state.site === name && state.granted)
  if (!site) throw new AppError('site-not-granted')
  return site
}

const newestFirst = (one: Tabs.Tab, other: Tabs.Tab): number =>
  Number(other.active) - Number(one.active) || (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0)

const openTabs = async (site: SiteState, { tabs }: SkeletonParts): Promise<SiteTab[]> => {
  const open = await tabs.query({ url: sitePattern(site) })
  return open
    .filter(({ discarded }) => !discarded)
    .toSorted(newestFirst)
    .flatMap(({ id, url }) => {
      const address = url === undefined ? null : URL.parse(url)
      return id === undefined || !address ? [] : [{ id, path: address.pathname + address.hash }]
    })
}

const describe = async (tabId: number, { scripting, patience }: SkeletonParts): Promise<string> => {
  const run = scripting.executeScript({ target: { tabId }, files: [file], injectImmediately: true })
  const results = await Promise.race([run, patience()]).catch((cause: unknown) => {
    throw new AppError('skeleton-failed', { cause })
  })
  const text: unknown = results?.[0]?.result
  if (typeof text !== 'string') throw new AppError('skeleton-failed')
  return text
}

/** The structure of a page that is open on a site, for the support; only a person's click asks for it. */
export const skeletonHandlers = (parts: SkeletonParts): Pick<Handlers, 'page-skeleton'> => ({
  'page-skeleton': async ({ site: text, tabId }) => {
    const site = await allowedSite(text, parts)
    const tabs = await openTabs(site, parts)
    const tab = tabs.find(({ id }) => id === tabId) ?? tabs[0]
    if (!tab) throw new AppError('skeleton-no-tab')
    const page = await describe(tab.id, parts)
    const failed = (await parts.problems.read(site.site)).map(({ part, version }) => `${part} (${version})`)
    const head = [`Nada Consta ${parts.version} · ${site.erp}`, ...failed].join(' · ')
    return { text: `${head}\n${page}`, tabId: tab.id, tabs }
  },
})
