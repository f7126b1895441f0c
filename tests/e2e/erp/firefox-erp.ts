import type { Page } from 'puppeteer-core'
import type { HubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { apiHost, centralHost, panelHost } from '../../simulators/hubsoft-pages/hosts.ts'
import { allowSite } from '../allow-site.ts'
import { insideBy, panelComes, panelOf, panelTag } from '../erp-panel.ts'
import type { InPanel } from '../erp-panel.ts'
import { launchFirefox } from '../launch-firefox.ts'
import { bidiOf } from './bidi.ts'
import type { Bidi } from './bidi.ts'
import { readDraft } from './read-draft.ts'
import type { ErpBrowser, ErpTab } from './erp-tab.ts'

const inPanel = (bidi: Bidi, context: string): InPanel =>
  insideBy({
    // The debugger alone may look into a closed root; it hands out a reference that a function of ours then takes.
    find: async () => {
      const host = await bidi.call(context, `() => document.querySelector('${panelTag}')`, {
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      })
      return (
        (host.value as { shadowRoot?: { sharedId?: string } | null } | undefined)?.shadowRoot?.sharedId ??
        null
      )
    },
    call: async (sharedId, source, value) => {
      const answer = await bidi.call(context, source, {
        arguments: [{ sharedId }, { type: 'string', value }],
      })
      return String(answer.value)
    },
  })

const tabOf = (bidi: Bidi, page: Page, pages: HubsoftPages): ErpTab => {
  let complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  const visit = async (url: string) => {
    await bidi.navigate(bidi.contextOf(page), url, 'complete')
    complaints = []
  }
  const inPage: ErpTab['inPage'] = (run, value) => page.evaluate(run as never, value as never) as never
  return {
    panel: panelOf({
      inside: inPanel(bidi, bidi.contextOf(page)),
      count: () => inPage((tag) => document.querySelectorAll(tag).length, panelTag),
      click: (x, y) => page.mouse.click(x, y),
      comes: () => inPage(panelComes, panelTag),
    }),
    open: (path, switches) => visit(pages.url(path, switches)),
    visit,
    inPage,
    until: async (run, value) => void (await page.waitForFunction(run as never, {}, value as never)),
    click: async (selector) => {
      await page.waitForSelector(selector, { visible: true })
      await page.click(selector)
    },
    key: async (name, held) => {
      if (held) await page.keyboard.down(held)
      await page.keyboard.press(name as 'Tab')
      if (held) await page.keyboard.up(held)
    },
    resize: (width, height, scale = 1) => page.setViewport({ width, height, deviceScaleFactor: scale }),
    travel: (steps) => page.evaluate((by) => history.go(by), steps),
    complaints: () => complaints,
    close: () => page.close(),
  }
}

/** Firefox with the built extension, through puppeteer over WebDriver BiDi. */
export const startFirefoxErp = async (pages: HubsoftPages, site: string): Promise<ErpBrowser> => {
  const firefox = await launchFirefox([panelHost, apiHost, centralHost])
  const bidi = bidiOf(firefox.browser)
  const allow = () => allowSite(firefox, site)
  await allow()
  let front: Page | undefined
  const inOwnPage = async <Result>(run: (page: Page) => Promise<Result>): Promise<Result> => {
    const page = await firefox.page('popup.html')
    const result = await run(page)
    await bidi.close(bidi.contextOf(page))
    await front?.bringToFront()
    return result
  }
  return {
    allow,
    tab: async () => {
      front = await firefox.browser.newPage()
      await front.setViewport({ width: 1366, height: 768 })
      return tabOf(bidi, front, pages)
    },
    opened: async (act) => {
      const before = new Set((await bidi.contexts()).map(({ context }) => context))
      await act()
      const added = () =>
        bidi.contexts(({ context, url }) => !before.has(context) && url.startsWith('moz-extension:'))
      const [tab] = await bidi.until(added, (tabs) => tabs.length > 0)
      const { value } = await bidi.call(
        tab!.context,
        `async () => JSON.stringify(await (${String(readDraft)})())`,
      )
      const { length } = await added()
      await bidi.close(tab!.context)
      await front?.bringToFront()
      if (length > 1) throw new Error(`${length} tabs opened`)
      return { url: tab!.url, draft: JSON.parse(value as string) }
    },
    inExtension: (run, value) => inOwnPage((page) => page.evaluate(run as never, value as never) as never),
    reloadExtension: async () => {
      const page = await firefox.page('popup.html')
      const own = bidi.contextOf(page)
      await page.evaluate('void setTimeout(() => browser.runtime.reload())')
      await bidi.until(
        () => bidi.contexts(({ context }) => context === own),
        (left) => left.length === 0,
      )
      await front?.bringToFront()
    },
    close: () => firefox.close(),
  }
}
