import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { AppError } from '../../shared/errors.ts'
import { send } from '../messaging/send.ts'
import type { Site, SiteState } from '../sites/site.ts'
import { sitePattern } from '../sites/site.ts'
import type { Action } from '../ui/use-action.ts'
import { useAction } from '../ui/use-action.ts'

export interface Sites {
  list: SiteState[]
  reading: Action<[]>
  /** Asks the browser for the permission, then enables; `permission-withheld` when the person said no. Call it on a click. */
  allow: Action<[site: string, onDone?: () => void]>
  remove: Action<[site: string]>
}

/** The ERP sites where the extension may work (case G63): optional permissions, each asked for by a click. */
export const useSites = (): Sites => {
  const [list, setList] = useState<SiteState[]>([])
  const reading = useAction(async () => {
    setList((await send('sites', {})).sites)
  })
  useEffect(() => {
    reading.start()
    // Read once; `reading` is new on each render
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
  return { list, reading, allow, remove }
}
