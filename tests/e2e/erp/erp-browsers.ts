import { afterAll, beforeAll, describe } from 'vitest'
import type { PageWindow } from '../hubsoft-pages/pages-in-browser.ts'
import { maySkip } from '../../setup/tools.ts'
import { panelHost } from '../../simulators/hubsoft-pages/hosts.ts'
import { startHubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { startChromiumErp } from './chromium-erp.ts'
import type { ErpBrowser, ErpTab } from './erp-tab.ts'
import { startFirefoxErp } from './firefox-erp.ts'

export const site = `http://${panelHost}`
export const recordPath = '/cliente/editar/11943/cadastro'

/** What a test of one file uses: one browser and one tab for all of them, in each of the two browsers. */
export interface ErpBench {
  name: 'Chromium' | 'Firefox'
  readonly tab: ErpTab
  readonly browser: ErpBrowser
  readonly pages: HubsoftPages
  /** Another customer or part of the record, by the ERP's own router: no load. */
  go: (id: number, part?: string, section?: string) => Promise<void>
}

const browsers = [
  { name: 'Chromium', start: startChromiumErp, isMissing: false },
  { name: 'Firefox', start: startFirefoxErp, isMissing: maySkip('firefox-esr') },
] as const

/** Runs the same tests in Chromium and in Firefox, each with the built extension and the simulated pages. */
export const inBothBrowsers = (tests: (bench: ErpBench) => void): void => {
  for (const { name, start, isMissing } of browsers) {
    describe.skipIf(isMissing)(`in ${name}`, () => {
      let tab: ErpTab
      let browser: ErpBrowser
      let pages: HubsoftPages
      beforeAll(async () => {
        pages = await startHubsoftPages()
        browser = await start(pages, site)
        tab = await browser.tab()
      })
      afterAll(async () => {
        await browser.close()
        await pages.close()
      })
      tests({
        name,
        get tab() {
          return tab
        },
        get browser() {
          return browser
        },
        get pages() {
          return pages
        },
        go: (id, part = 'cadastro', section) =>
          tab.inPage(
            (to) => {
              ;(window as unknown as PageWindow).hubsoftPages.go(to.id, to.part, to.section)
            },
            { id, part, section },
          ),
      })
    })
  }
}
