import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { sharedChromium } from '../../setup/shared-chromium.ts'
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

interface Served {
  pages: HubsoftPages
  page: Page
}

/** Errors of the console and uncaught ones, since the test began. */
let complaints: string[] = []
let served: Served | undefined

const serve = async (): Promise<Served> => {
  const [pages, browser] = await Promise.all([startHubsoftPages(), sharedChromium()])
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { pages, page }
}

/**
 * One server and one tab of a plain Chromium without the extension for all test files of a process, empty before each test: in a new
 * tab the browser would compile the page's scripts again, and nothing that a page keeps is of use to the next one.
 * A behaviour that a switch only claims to have would make every test upon it empty, so the simulator is tested too.
 */
export function pagesInBrowser() {
  let pages: HubsoftPages
  let page: Page

  beforeAll(async () => {
    // A tab that has died takes one file with it, not the next ones.
    if (!served || served.page.isClosed()) served = await serve()
    ;({ pages, page } = served)
  })
  beforeEach(() => {
    complaints = []
  })
  afterEach(async () => {
    await page.goto('about:blank')
    await page.setViewportSize(viewport)
    await page.context().clearCookies()
  })

  const shown = (selector: string) => page.waitForSelector(selector, { state: 'visible' })
  return {
    page: () => page,
    pages: () => pages,
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
