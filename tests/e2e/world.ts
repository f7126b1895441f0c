import type { BrowserContext, Page } from 'playwright-core'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import { panelHost } from '../simulators/hubsoft-pages/hosts.ts'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { launchExtension } from './launch-extension.ts'
import type { ExtensionBrowser } from './launch-extension.ts'
import { startProxy } from './start-proxy.ts'
import type { RunningProxy } from './start-proxy.ts'

/** What a person lets the browser do when it asks: the ERP's pages. */
export const panelPattern = `*://${panelHost}/*`

/** Everything around the product, simulated, and the built product in it. */
export interface World {
  connect: ConnectSimulator
  hubsoft: HubsoftApiSimulator
  pages: HubsoftPages
  proxy: RunningProxy
  browser: ExtensionBrowser
  context: BrowserContext
  close(): Promise<void>
}

interface WorldOptions {
  dark?: boolean
  headless?: boolean
  /** Every wait of the service so many times shorter. */
  pace?: number
}

/** Starts simulators, service and browser; nothing is paired or set up yet. Needs `npm run build`. */
export const startWorld = async (options: WorldOptions = {}): Promise<World> => {
  const connect = await startConnect()
  const hubsoft = await startHubsoftApi()
  const pages = await startHubsoftPages()
  const proxy = await startProxy(connect.url, options.pace)
  const browser = await launchExtension({ ...options, hosts: ['*.hubsoft.com.br'], grant: [panelPattern] })
  return {
    connect,
    hubsoft,
    pages,
    proxy,
    browser,
    context: browser.context,
    close: async () => {
      await browser.close()
      await proxy.close()
      await Promise.all([connect.close(), hubsoft.close(), pages.close()])
    },
  }
}

/** The next page that the browser opens by itself, loaded. */
export const openedPage = async (context: BrowserContext, act: () => Promise<unknown>): Promise<Page> => {
  const [page] = await Promise.all([context.waitForEvent('page'), act()])
  await page.waitForLoadState()
  return page
}
