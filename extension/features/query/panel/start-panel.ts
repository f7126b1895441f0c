import type { ContentScriptContext } from 'wxt/utils/content-script-context'
import type { Texts } from '../../../../shared/locales/texts.ts'
import type { Erp } from '../../../erps/erp.ts'
import { nativeBrowser as browser } from '../../../messaging/native-browser.ts'
import { isConnected, send } from '../../../messaging/send.ts'
import { isSiteGone } from '../../../sites/enabled-sites.ts'
import { siteName } from '../../../sites/site.ts'
import { createPanelController } from './panel-controller.tsx'
import type { PanelController } from './panel-controller.tsx'
import { createPanelHost } from './panel-host.ts'
import type { PanelHost } from './panel-host.ts'
import { watchPage } from './page-watch.ts'
import { watchSelection } from './selection-watch.ts'

interface PanelPage {
  erp: Erp
  words: Texts['erp']['panel']
  context: ContentScriptContext
}

const openKey = 'panel-open'
/** A field's mask writes the value without any event or change of the page, so a new address is read some more times. */
const looksAfterMs = [300, 1000, 2500]
/** HubSoft's slow tenants take seconds to answer. */
const settledAfterMs = 6000

const readKeepsOpen = async (): Promise<boolean> =>
  (await browser.storage.local.get(openKey))[openKey] !== false

const follow = (controller: PanelController, context: ContentScriptContext): void => {
  let timers: number[] = []
  const enter = (address: URL): void => {
    for (const timer of timers) clearTimeout(timer)
    controller.enter(address)
    timers = looksAfterMs.map((after) => context.setTimeout(controller.refresh, after))
    timers.push(context.setTimeout(controller.settle, settledAfterMs))
  }
  // The event comes before `location` changes: its own address counts.
  context.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => enter(newUrl))
  enter(new URL(location.href))
}

const listen = (controller: PanelController, host: PanelHost, signal: AbortSignal): void => {
  const { refresh } = controller
  watchPage({ page: document, signal, isOurs: host.isOurs, changed: refresh })
  for (const type of ['input', 'change']) document.addEventListener(type, refresh, { signal, capture: true })
  for (const type of ['pointerenter', 'focusin']) host.element.addEventListener(type, refresh, { signal })
  window.addEventListener('pageshow', refresh, { signal })
  window.addEventListener('focus', controller.returned, { signal })
}

/** Runs panel and selection watch in the top frame of an enabled ERP site until the extension or the site goes. */
export const startPanel = async ({ erp, words, context }: PanelPage): Promise<void> => {
  const keepsOpen = await readKeepsOpen()
  if (context.isInvalid) return
  const host = createPanelHost(document)
  const work = new AbortController()
  const stop = (): void => {
    work.abort()
    host.remove()
  }
  const controller = createPanelController({
    page: document,
    erp,
    host,
    words,
    keepsOpen,
    openQuery: (input) => send('open-query', input),
    openNegativation: (input) => send('open-negativation', input),
    openRecord: (negativationId) => send('open-records', { negativationId }),
    askStatus: (question) => send('customer-status', question),
    keepOpen: (isOpen) => void browser.storage.local.set({ [openKey]: isOpen }),
  })
  const expire = (): void => {
    work.abort()
    controller.expire()
  }
  // A newer copy of this script has taken over, or the extension is gone: only the second is worth a word.
  context.onInvalidated(() => (isConnected() ? stop() : expire()))

  listen(controller, host, work.signal)
  follow(controller, context)
  watchSelection({
    page: document,
    signal: work.signal,
    changed: (text) => {
      if (context.isInvalid) return
      // The title of a menu is a courtesy; the click reads the selection again.
      send('selection-changed', { text }).catch(() => undefined)
    },
  })
  const siteGone = (changes: Parameters<typeof isSiteGone>[0]): void => {
    if (isSiteGone(changes, siteName(new URL(location.href)))) context.abort('site disabled')
  }
  browser.storage.local.onChanged.addListener(siteGone)
  work.signal.addEventListener('abort', () => {
    if (isConnected()) browser.storage.local.onChanged.removeListener(siteGone)
  })
}
