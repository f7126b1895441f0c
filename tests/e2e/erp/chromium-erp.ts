import type { Page } from 'playwright-core'
import type { HubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { allowSite } from '../allow-site.ts'
import { erpPanel } from '../erp-panel.ts'
import { launchExtension, reloadExtension } from '../launch-extension.ts'
import { readDraft } from './read-draft.ts'
import type { ErpBrowser, ErpTab } from './erp-tab.ts'

const tabOf = async (page: Page, pages: HubsoftPages): Promise<ErpTab> => {
  const session = await page.context().newCDPSession(page)
  let complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  const visit = async (url: string) => {
    await page.goto(url)
    complaints = []
  }
  return {
    panel: await erpPanel(page),
    open: (path, switches) => visit(pages.url(path, switches)),
    visit,
    inPage: (run, value) => page.evaluate(run as never, value) as never,
    until: async (run, value) => void (await page.waitForFunction(run as never, value)),
    click: (selector) => page.click(selector),
    key: (name, held) => page.keyboard.press(held ? `${held}+${name}` : name),
    resize: async (width, height, scale = 1) =>
      void (await session.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: scale,
        mobile: false,
      })),
    travel: (steps) => page.evaluate((by) => history.go(by), steps),
    complaints: () => complaints,
    close: () => page.close(),
  }
}

/** Chromium with the built extension, through playwright. */
export const startChromiumErp = async (pages: HubsoftPages, site: string): Promise<ErpBrowser> => {
  const browser = await launchExtension({
    hosts: ['*.hubsoft.com.br'],
    grant: [`${site}/*`],
    backForwardCache: true,
  })
  const { context } = browser
  const allow = () => allowSite(browser, site)
  await allow()
  return {
    allow,
    tab: async () => tabOf(await context.newPage(), pages),
    opened: async (act) => {
      const tabs: Page[] = []
      const note = (page: Page) => void tabs.push(page)
      context.on('page', note)
      await Promise.all([context.waitForEvent('page'), act()])
      const [tab] = tabs
      await tab!.waitForLoadState()
      const opened = { url: tab!.url(), draft: await tab!.evaluate(readDraft) }
      context.off('page', note)
      await tab!.close()
      if (tabs.length > 1) throw new Error(`${tabs.length} tabs opened`)
      return opened
    },
    inExtension: async (run, value) => {
      const page = await browser.page('popup.html')
      const result = await page.evaluate(run as never, value)
      await page.close()
      return result as never
    },
    reloadExtension: async () => {
      const ended = new Promise((resolve) => {
        context.serviceWorkers()[0]!.once('close', resolve)
      })
      await reloadExtension(context)
      await ended
      await browser.worker()
    },
    close: () => browser.close(),
  }
}
