import type { Permissions } from 'webextension-polyfill'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../messaging/router.ts'
import type { EnabledSites } from './enabled-sites.ts'
import type { Site, SiteState } from './site.ts'
import { parseSite, sitePattern } from './site.ts'
import type { SiteScripts } from './site-scripts.ts'
import type { SetupParts, SiteSetup } from './site-setup.ts'
import { siteSetup } from './site-setup.ts'
import type { SiteTable } from './site-table.ts'

export interface SiteParts extends SetupParts {
  enabled: EnabledSites
  /** Where the panel stands on each site. */
  places: Pick<SiteTable, 'change'>
  scripts: SiteScripts
  permissions: Pick<Permissions.Static, 'contains' | 'remove'>
  /** Called after each change, for the menu and the toolbar button. */
  changed: (sites: SiteState[]) => Promise<void>
}

type GrantParts = Pick<SiteParts, 'enabled'> & { permissions: Pick<Permissions.Static, 'contains'> }

const isGranted = (site: Site, { permissions }: GrantParts): Promise<boolean> =>
  permissions.contains({ origins: [sitePattern(site)] })

/** The enabled sites with what the browser permits now. */
export const siteStates = async (parts: GrantParts): Promise<SiteState[]> =>
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

/** Nothing that was kept of the site stays behind. */
const forget = async (site: string, { features, problems, places }: SiteParts): Promise<void> => {
  await Promise.all([features.forget(site), problems.forget(site), places.change(site, () => undefined)])
}

const setups = async (states: SiteState[], parts: SiteParts): Promise<{ sites: SiteSetup[] }> => ({
  sites: await Promise.all(states.map((state) => siteSetup(state, parts))),
})

type SiteMessages = 'sites' | 'site-enable' | 'site-disable' | 'site-feature' | 'site-retry'

export const siteHandlers = (parts: SiteParts): Pick<Handlers, SiteMessages> => {
  const all = async () => setups(await siteStates(parts), parts)
  /** A page of ours that stayed open may still show a site that was removed. */
  const enabled = async (text: string): Promise<string> => {
    const { site } = known(text)
    if (!(await parts.enabled.read()).some((one) => one.site === site)) throw new AppError('site-not-granted')
    return site
  }
  return {
    sites: all,
    'site-enable': async ({ site: text }) => {
      const site = known(text)
      if (!(await isGranted(site, parts))) throw new AppError('site-not-granted')
      await parts.enabled.add(site)
      const states = await syncSites(parts)
      await parts.scripts.start(site)
      return setups(states, parts)
    },
    'site-disable': async ({ site: text }) => {
      const site = known(text)
      await parts.enabled.remove(site.site)
      await forget(site.site, parts)
      // A policy of the company may hold the permission; the site is off all the same.
      await parts.permissions.remove({ origins: [sitePattern(site)] }).catch(() => false)
      return setups(await syncSites(parts), parts)
    },
    'site-feature': async ({ site, feature, isOn }) => {
      await parts.features.write(await enabled(site), feature, isOn)
      return all()
    },
    'site-retry': async ({ site }) => {
      await parts.problems.forget(await enabled(site))
      return all()
    },
  }
}
