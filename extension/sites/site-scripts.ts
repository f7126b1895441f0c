import type { Scripting, Tabs } from 'webextension-polyfill'
import type { Site } from './site.ts'
import { sitePattern } from './site.ts'

const scriptId = 'erp'
const files = ['content-scripts/erp.js']

type ScriptingApi = Pick<
  Scripting.Static,
  | 'getRegisteredContentScripts'
  | 'registerContentScripts'
  | 'updateContentScripts'
  | 'unregisterContentScripts'
  | 'executeScript'
>

export interface SiteScripts {
  /** Makes the browser run the content script on exactly these sites, top frame only (case G66). */
  register(sites: Site[]): Promise<void>
  /** Runs it in the tabs of a site that are open already, so that nobody has to press F5. */
  start(site: Site): Promise<void>
}

/** The registration of the content script. An update of the extension drops it, so each start of the background repeats it. */
export const siteScripts = (scripting: ScriptingApi, tabs: Pick<Tabs.Static, 'query'>): SiteScripts => {
  let last: Promise<unknown> = Promise.resolve()

  const register = async (sites: Site[]): Promise<void> => {
    const present = (await scripting.getRegisteredContentScripts({ ids: [scriptId] })).length > 0
    if (sites.length === 0) {
      if (present) await scripting.unregisterContentScripts({ ids: [scriptId] })
      return
    }
    const script = {
      id: scriptId,
      js: files,
      // A pattern names one host whole: the portal of the provider's customers, its API and manuals are other hosts.
      matches: sites.map(sitePattern),
      allFrames: false,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    } as const
    await (present ? scripting.updateContentScripts([script]) : scripting.registerContentScripts([script]))
  }

  return {
    register: (sites) => {
      const turn = last.then(() => register(sites))
      last = turn.catch(() => undefined)
      return turn
    },
    start: async (site) => {
      const open = await tabs.query({ url: sitePattern(site) })
      // A tab that is just closing or showing an error page must not keep the others from their panel.
      await Promise.allSettled(
        open.flatMap(({ id }) =>
          id === undefined ? [] : [scripting.executeScript({ target: { tabId: id }, files })],
        ),
      )
    },
  }
}
