import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { AppError, asAppError } from '../../shared/errors.ts'
import { send } from '../messaging/send.ts'
import type { Site } from '../sites/site.ts'
import { sitePattern } from '../sites/site.ts'
import type { Feature } from '../sites/site-features.ts'
import type { SiteSetup } from '../sites/site-setup.ts'
import type { Action } from '../ui/use-action.ts'
import { useAction } from '../ui/use-action.ts'

export interface Sites {
  list: SiteSetup[]
  reading: Action<[]>
  /** Asks the browser for the permission, then enables; `permission-withheld` when the person said no. Call it on a click. */
  allow: Action<[site: string, onDone?: () => void]>
  remove: Action<[site: string]>
  /** Switches one feature on or off for one site: shown at once and saved, or put back. */
  change: (site: string, feature: Feature, isOn: boolean) => void
  /** Why the last switch was put back. */
  changeError: AppError | null
  /** Forgets what failed on a site, so that its next page tries again. */
  retry: Action<[site: string]>
}

/** The ERP sites where the extension may work (case G63): optional permissions, each asked for by a click. */
export const useSites = (): Sites => {
  const [list, setList] = useState<SiteSetup[]>([])
  const [changeError, setChangeError] = useState<AppError | null>(null)
  const reading = useAction(async () => {
    setList((await send('sites', {})).sites)
  })
  useEffect(() => {
    reading.start()
    // A person comes back from the ERP's page: something may have failed there meanwhile.
    window.addEventListener('focus', reading.start)
    return () => {
      window.removeEventListener('focus', reading.start)
    }
    // `reading` is new on each render, but the first one reads as well as the last
  }, [])

  const allow = useAction(async (site: Site['site'], onDone?: () => void) => {
    const granted = await browser.permissions.request({ origins: [sitePattern({ site })] })
    if (!granted) throw new AppError('permission-withheld')
    setList((await send('site-enable', { site })).sites)
    onDone?.()
  })
  const remove = useAction(async (site: Site['site']) => {
    setList((await send('site-disable', { site })).sites)
  })
  const change: Sites['change'] = (site, feature, isOn) => {
    setChangeError(null)
    setList((known) =>
      known.map((one) =>
        one.site === site ? { ...one, features: { ...one.features, [feature]: isOn } } : one,
      ),
    )
    // Not one at a time as other actions: whoever presses three switches means three.
    send('site-feature', { site, feature, isOn }).catch((thrown: unknown) => {
      setChangeError(asAppError(thrown))
      reading.start()
    })
  }
  const retry = useAction(async (site: Site['site']) => {
    setList((await send('site-retry', { site })).sites)
  })
  return { list, reading, allow, remove, change, changeError, retry }
}
