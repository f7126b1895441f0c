import { panelHost } from '../../simulators/hubsoft-pages/hosts.ts'
import type { HubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { ErpBrowser, ErpTab } from './erp-tab.ts'

export const site = `http://${panelHost}`
export const recordPath = '/cliente/editar/11943/cadastro'

/** What a test uses: one browser and one tab for all of them, in each of the two browsers. */
export interface ErpBench {
  name: 'Chromium' | 'Firefox'
  readonly tab: ErpTab
  readonly browser: ErpBrowser
  readonly pages: HubsoftPages
  /** Another customer or part of the record, by the ERP's own router: no load. */
  go: (id: number, part?: string, section?: string) => Promise<void>
}
