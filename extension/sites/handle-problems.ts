import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../messaging/router.ts'
import type { EnabledSites } from './enabled-sites.ts'
import type { SiteProblems } from './site-problems.ts'

interface ProblemParts {
  enabled: Pick<EnabledSites, 'read'>
  problems: Pick<SiteProblems, 'note'>
  version: string
  clock: () => number
}

/** Keeps what an ERP's page reports of its adapter. Whose page it is the browser says, not the message (attack 24). */
export const problemHandlers = ({
  enabled,
  problems,
  version,
  clock,
}: ProblemParts): Pick<Handlers, 'adapter-failed'> => ({
  'adapter-failed': async ({ part }, { host }) => {
    const sites = (await enabled.read()).filter(({ site }) => URL.parse(site)?.hostname === host)
    if (sites.length === 0) throw new AppError('message-refused')
    const at = new Date(clock()).toISOString()
    await Promise.all(sites.map(({ site, erp }) => problems.note(site, { part, version, erp, at })))
    return { noted: true }
  },
})
