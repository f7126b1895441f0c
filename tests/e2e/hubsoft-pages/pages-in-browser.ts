import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { findChromium } from '../../setup/find-chromium.ts'
import type { HubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { startHubsoftPages } from '../../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { Switches } from '../../simulators/hubsoft-pages/switches.ts'

/** The page's window, with what the simulator hangs on it. */
export type PageWindow = typeof globalThis & {
  __jwtReads: number
  hubsoftPages: {
    hotkeys: string[]
    nuke(): string[]
    swapHeader(mode: 'same-task' | 'two-tasks'): void
    expireSession(): void
    reloadView(): void
    presentDocument(variant: NonNullable<Switches['document']>): void
    go(id: number, tab: string, section?: string): void
  }
}

export const recordPath = '/cliente/editar/11943/cadastro'
/** The header of the record that stays; while views change, the old one is still in the DOM. */
export const header = '#content:not(.ng-leave) hubsoft-cliente-cabecalho'
export const creditButton = `${header} button[aria-label="Consulta de Crédito"]`

const viewport = { width: 1366, height: 768 }

/**
 * For a test file: one server and one plain Chromium without the extension, and one tab, empty before each test: in a new one the
 * browser would compile the page's scripts again.
 * A behaviour that a switch only claims to have would make every test upon it empty, so the simulator is tested too.
 */
export function pagesInBrowser() {
  let pages: HubsoftPages
  let browser: Browser
  /** One for the whole file, for its cache; nothing that a page keeps is of use to the next one. */
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    pages = await startHubsoftPages()
    browser = await chromium.launch({
      executablePath: findChromium(),
      headless: true,
      chromiumSandbox: false,
      args: [
        '--no-first-run',
        '--disable-background-networking',
        '--host-resolver-rules=MAP *.hubsoft.com.br 127.0.0.1',
      ],
    })
    context = await browser.newContext({ viewport })
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
  })
  afterAll(async () => {
    await browser.close()
    await pages.close()
  })
  beforeEach(() => {
    complaints = []
  })
  afterEach(async () => {
    await page.goto('about:blank')
    await page.setViewportSize(viewport)
    await context.clearCookies()
  })

  const shown = (selector: string) => page.waitForSelector(selector, { state: 'visible' })
  return {
    page: () => page,
    pages: () => pages,
    /** Errors of the console and uncaught ones, since the test began. */
    complaints: () => complaints,
    open: (path: string, switches?: Switches) => page.goto(pages.url(path, switches)),
    shown,
    headerText: async () => {
      await shown(`${header} h2`)
      return (await page.textContent(header))?.replace(/\s+/g, ' ').trim()
    },
    /** Runs a function in the page's own world with its window. */
    inPage: <Result>(run: (window: PageWindow) => Result): Promise<Result> =>
      page.evaluate(`(${run.toString()})(window)`),
  }
}
