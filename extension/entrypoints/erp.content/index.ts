import { defineContentScript } from 'wxt/utils/define-content-script'
import { erpOfHost } from '../../erps/registry.ts'
import { answerSelection } from '../../features/batch/answer-selection.ts'
import { startPanel } from '../../features/query/panel/start-panel.ts'
import { panelWords } from '../../locale/panel-words.ts'
import { nativeBrowser as browser } from '../../messaging/native-browser.ts'
import { send } from '../../messaging/send.ts'

export default defineContentScript({
  // The background registers it for the sites that a person enabled.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: async (context) => {
    const erp = erpOfHost(location.hostname)
    if (!erp || window.top !== window) return
    answerSelection({ erp, page: document, runtime: browser.runtime, signal: context.signal })
    const { locale } = await send('locale', {})
    await startPanel({ erp, words: panelWords(locale), context })
  },
})
