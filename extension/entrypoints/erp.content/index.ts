import { defineContentScript } from 'wxt/utils/define-content-script'
import { erpOfHost } from '../../erps/registry.ts'
import { startErpPage } from '../../features/erp-page/start-erp-page.ts'

export default defineContentScript({
  // The background registers it for the sites that a person enabled.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: async (context) => {
    const erp = erpOfHost(location.hostname)
    if (erp && window.top === window) await startErpPage(erp, context)
  },
})
