import type { ContentScriptContext } from 'wxt/utils/content-script-context'
import type { Storage } from 'webextension-polyfill'
import type { Texts } from '../../../../shared/locales/texts.ts'
import type { Erp } from '../../../erps/erp.ts'
import { isConnected, send } from '../../../messaging/send.ts'
import { isSiteGone } from '../../../sites/enabled-sites.ts'
import type { Features } from '../../../sites/site-features.ts'
import { watchAddress } from './address-watch.ts'
import type { StatusView } from '../../status/status-keeper.ts'
import { createPanelController } from './panel-controller.tsx'
import type { PanelController } from './panel-controller.tsx'
import { createPanelHost } from './panel-host.ts'
import type { PanelHost } from './panel-host.ts'
import { panelMemory } from './panel-memory.ts'
import { windowSizeOf } from './panel-mover.ts'
import type { PageWatch } from './page-watch.ts'
import { watchSelection } from './selection-watch.ts'

interface PanelPage {
  erp: Erp
  words: Texts['erp']['panel']
  context: ContentScriptContext
  /** The site's name, under which the panel's place is kept. */
  site: string
  /** The extension's own storage. Not called `storage`: WXT would put its own of that name into the script, 10 kB of it. */
  area: Pick<Storage.StorageArea, 'get' | 'set' | 'onChanged'>
  features: PanelFeatures
  /** Told each new address, and what is known of its customer. */
  entered: (address: URL) => void
  toldStatus: (view: StatusView) => void
  watch: PageWatch
}

/** What a person may switch off for a site. */
type PanelFeatures = Pick<Features, 'panel' | 'selection' | 'marks'>

export interface StartedPanel {
  controller: PanelController
  /** The switches have changed. */
  obey: (features: PanelFeatures) => void
}

/** A field's mask writes the value without any event or change of the page, so a new address is read some more times. */
const looksAfterMs = [300, 1000, 2500]
/** HubSoft's slow tenants take seconds to answer. */
const settledAfterMs = 6000

/** Gives a function that looks at the address again. */
const follow = (
  controller: PanelController,
  context: ContentScriptContext,
  told: (address: URL) => void,
): (() => void) => {
  let timers: number[] = []
  const entered = (address: URL): void => {
    for (const timer of timers) clearTimeout(timer)
    // Before the panel: what it then tells of the customer belongs to this address.
    told(address)
    controller.enter(address)
    timers = looksAfterMs.map((after) => context.setTimeout(controller.refresh, after))
    timers.push(context.setTimeout(controller.settle, settledAfterMs))
  }
  return watchAddress({ window, signal: context.signal, entered })
}

const listen = (controller: PanelController, host: PanelHost, signal: AbortSignal): void => {
  const { refresh } = controller
  for (const type of ['input', 'change']) document.addEventListener(type, refresh, { signal, capture: true })
  for (const type of ['pointerenter', 'focusin']) host.element.addEventListener(type, refresh, { signal })
  window.addEventListener('pageshow', refresh, { signal })
  window.addEventListener('focus', controller.returned, { signal })
}

/**
 * Runs panel and selection watch in the top frame of an enabled ERP site until the extension or the site goes. Gives the controller, so
 * that the page's other ways lead to the panel; null when the script has ended meanwhile.
 */
export const startPanel = async ({
  erp,
  words,
  context,
  site,
  area,
  features,
  watch,
  entered,
  toldStatus,
}: PanelPage): Promise<StartedPanel | null> => {
  let switches = features
  const memory = panelMemory(area, site)
  const placing = await memory.read()
  if (context.isInvalid) return null
  const host = createPanelHost(document)
  const system = matchMedia('(prefers-color-scheme: dark)')
  const work = new AbortController()
  const life = new AbortController()
  const stop = (): void => {
    work.abort()
    life.abort()
    host.remove()
  }
  const controller = createPanelController({
    page: document,
    erp,
    host,
    words,
    placing,
    stands: features.panel,
    keep: (change) => memory.keep(change),
    windowSize: () => windowSizeOf(document),
    isSystemDark: () => system.matches,
    signal: life.signal,
    openQuery: (input) => send('open-query', input),
    openNegativation: (input) => send('open-negativation', input),
    openRecord: (negativationId) => send('open-records', { negativationId }),
    openLastReport: (input) => send('open-last-report', input),
    askStatus: (question) => send('customer-status', question),
    toldStatus,
    wantsStatus: () => switches.marks,
  })
  const expire = (): void => {
    work.abort()
    controller.expire()
  }
  // A newer copy of this script has taken over, or the extension is gone: only the second is worth a word.
  context.onInvalidated(() => (isConnected() ? stop() : expire()))

  const tellSelection = (text: string): void => {
    if (context.isInvalid) return
    // The title of a menu is a courtesy; the click reads the selection again.
    send('selection-changed', { text }).catch(() => undefined)
  }

  listen(controller, host, work.signal)
  const lookAtAddress = follow(controller, context, entered)
  watch.listen({
    signal: work.signal,
    isLost: host.isLost,
    changed: () => {
      lookAtAddress()
      controller.refresh()
    },
  })
  system.addEventListener('change', controller.refresh, { signal: work.signal })
  watchSelection({
    page: document,
    signal: work.signal,
    changed: (text) => {
      if (switches.selection) tellSelection(text)
    },
  })
  const siteGone = (changes: Parameters<typeof isSiteGone>[0]): void => {
    if (isSiteGone(changes, site)) context.abort('site disabled')
  }
  area.onChanged.addListener(siteGone)
  work.signal.addEventListener('abort', () => {
    if (isConnected()) area.onChanged.removeListener(siteGone)
  })
  return {
    controller,
    obey: (next) => {
      // The menu's title goes back to what it says of no selection.
      if (switches.selection && !next.selection) tellSelection('')
      switches = next
      controller.stand(next.panel)
    },
  }
}
