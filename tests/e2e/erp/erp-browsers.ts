import { afterAll, beforeAll, describe } from 'vitest'
import type { PageWindow } from '../hubsoft-pages/pages-in-browser.ts'
import { startHubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { startChromiumErp } from './chromium-erp.ts'
import { site } from './erp-bench.ts'
import type { ErpBench } from './erp-bench.ts'
import type { ErpBrowser, ErpTab } from './erp-tab.ts'
import { startFirefoxErp } from './firefox-erp.ts'
import { pageLife } from './page-life.ts'
import { record } from './record.ts'
import { surroundings } from './surroundings.ts'

type Name = ErpBench['name']

const starts = { Chromium: startChromiumErp, Firefox: startFirefoxErp }

/** All tests of the panel in one browser with the built extension, started once for all of them, and the simulated pages. */
export const allIn = (name: Name, isMissing = false): void => {
  describe.skipIf(isMissing)(`in ${name}`, () => {
    let tab: ErpTab
    let browser: ErpBrowser
    let pages: HubsoftPages
    beforeAll(async () => {
      pages = await startHubsoftPages()
      browser = await starts[name](pages, site)
      tab = await browser.tab()
    })
    afterAll(async () => {
      await browser.close()
      await pages.close()
    })
    const bench: ErpBench = {
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
    }
    describe('record', () => {
      record(bench)
    })
    describe('page life', () => {
      pageLife(bench)
    })
    // Takes permissions and loads the extension anew: the last one.
    describe('surroundings', () => {
      surroundings(bench)
    })
  })
}
