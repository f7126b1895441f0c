import type { Permissions } from 'webextension-polyfill'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../messaging/router.ts'
import type { EnabledSites } from './enabled-sites.ts'
import type { Site, SiteState } from './site.ts'
import { parseSite, sitePattern } from './site.ts'
import type { SiteScripts } from './site-scripts.ts'

export interface SiteParts {
  enabled: EnabledSites
  scripts: SiteScripts
  permissions: Pick<Permissions.Static, 'contains' | 'remove'>
  /** Called after each change, for the menu and the toolbar button. */
  changed: (sites: SiteState[]) => Promise<void>
}

const isGranted = (site: Site, { permissions }: SiteParts): Promise<boolean> =>
  permissions.contains({ origins: [sitePattern(site)] })

/** The enabled sites with what the browser permits now. */
export const siteStates = async (parts: SiteParts): Promise<SiteState[]> =>
  Promise.all(
    (await parts.enabled.read()).map(async (site) => ({ ...site, granted: await isGranted(site, parts) })),
  )

/** Brings script and menu in line with what is enabled and permitted: at each start and whenever a permission changes (case G63). */
export const syncSites = async (parts: SiteParts): Promise<SiteState[]> => {
  const states = await siteStates(parts)
  await parts.scripts.register(states.filter(({ granted }) => granted))
  await parts.changed(states)
  return states
}

const known = (text: string): Site => {
  const site = parseSite(text)
  if (!site) throw new AppError('site-unsupported')
  return site
}

export const siteHandlers = (parts: SiteParts): Pick<Handlers, 'sites' | 'site-enable' | 'site-disable'> => ({
  sites: async () => ({ sites: await siteStates(parts) }),
  'site-enable': async ({ site: text }) => {
    const site = known(text)
    if (!(await isGranted(site, parts))) throw new AppError('site-not-granted')
    await parts.enabled.add(site)
    const sites = await syncSites(parts)
    await parts.scripts.start(site)
    return { sites }
  },
  'site-disable': async ({ site: text }) => {
    const site = known(text)
    await parts.enabled.remove(site.site)
    // A policy of the company may hold the permission; the site is off all the same.
    await parts.permissions.remove({ origins: [sitePattern(site)] }).catch(() => false)
    return { sites: await syncSites(parts) }
  },
})
