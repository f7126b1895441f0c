import type { ContentScriptContext } from 'wxt/utils/content-script-context'
import type { Erp } from '../../erps/erp.ts'
import { nativeBrowser } from '../../messaging/native-browser.ts'
import { send } from '../../messaging/send.ts'
import type { AdapterFailure } from '../../sites/adapter-parts.ts'
import { guardedErp } from '../../sites/guarded-erp.ts'
import { watchRecordHealth } from '../../sites/record-health.ts'
import type { Features } from '../../sites/site-features.ts'
import { followFeatures } from '../../sites/site-features.ts'
import { siteName } from '../../sites/site.ts'
import { answerSelection } from '../batch/answer-selection.ts'
import { afterLayout } from '../inline/after-layout.ts'
import { startInline } from '../inline/start-inline.ts'
import { createPageWatch } from '../query/panel/page-watch.ts'
import type { StartedPanel } from '../query/panel/start-panel.ts'
import { startPanel } from '../query/panel/start-panel.ts'

const report = ({ part }: AdapterFailure): void => {
  // A report is a courtesy to the support; the function has stepped aside already.
  send('adapter-failed', { part }).catch(() => undefined)
}

/** Puts together what stands in a page of the ERP: panel, small things inside the page, answers about ticked rows; each as its switch says. */
export const startErpPage = async (found: Erp, context: ContentScriptContext): Promise<void> => {
  const { signal } = context
  const page = document
  const area = nativeBrowser.storage.local
  const site = siteName(new URL(location.href))
  const erp = guardedErp(found, report)
  answerSelection({ erp, page, runtime: nativeBrowser.runtime, signal })
  const words = await send('page-words', {})
  let features: Features | null = null
  let obey: ((next: Features) => void) | null = null
  let panel: StartedPanel | null = null
  await followFeatures(area, site, signal, (next) => {
    features = next
    obey?.(next)
  })
  if (!features) return

  const watch = createPageWatch({ page, signal })
  const health = watchRecordHealth({ erp, page, signal, report })
  const inline = startInline({
    page,
    erp,
    words: words.inline,
    features,
    signal,
    openQuery: (input) => send('open-query', input),
    openPanel: () => panel?.controller.show({ focus: true }),
    listen: watch.listen,
    now: () => performance.now(),
    afterLayout,
    beforeLayout: (run) => requestAnimationFrame(run),
  })
  panel = await startPanel({
    erp,
    words: words.panel,
    context,
    site,
    area,
    features,
    watch,
    entered: (address) => {
      health(address)
      inline.enter(erp.route(address))
    },
    toldStatus: inline.status,
  })
  obey = (next) => {
    panel?.obey(next)
    inline.allow(next)
  }
  // A switch may have moved while the panel was being made.
  obey(features)
}
