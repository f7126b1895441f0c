/**
 * The report and PDF code in a real browser, without proxy and extension: pages of its own, served with the very policy
 * of the extension's pages, and a second server that counts whoever asks it for anything.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { sharedChromium } from '../../setup/shared-chromium.ts'
import type { Harness } from './page/harness.tsx'

declare global {
  interface Window {
    harness: Harness
  }
}

/** As in wxt.config.ts, so that what the policy forbids fails here too (G16). */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'"

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const listen = async (handler: RequestListener): Promise<{ server: Server; url: string }> => {
  const server = createServer(handler)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

export interface PdfHarness {
  browser: Browser
  /** Ends with a slash; every request to it is in `hits`. */
  trapUrl: string
  hits: string[]
  /** A page with the harness and a profile of its own; `policy: false` serves it without the extension's policy. */
  open: (options?: BrowserContextOptions & { policy?: false }) => Promise<Page>
  /** The page as new: nothing that a test did to its window is left. */
  reopen: (page: Page) => Promise<void>
  /** Closes its pages; the browser stays. */
  close: () => Promise<void>
}

/** @param folder what `buildHarness` made */
export const startHarness = async (folder: string): Promise<PdfHarness> => {
  const hits: string[] = []
  const trap = await listen((request, response) => {
    hits.push(request.url ?? '')
    response.writeHead(404).end()
  })
  const site = await listen((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site')
    const file = join(folder, pathname)
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    if (search !== '?open') response.setHeader('content-security-policy', policy)
    // The browser keeps the script, and what it compiled of it, from one page to the next.
    if (extname(file) === '.js') response.setHeader('cache-control', 'max-age=3600')
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(file))
  })
  const browser = await sharedChromium()
  const opened: Page[] = []
  const show = async (page: Page, address: string): Promise<void> => {
    await page.goto(new URL(address, site.url).href)
    await page.waitForFunction(() => 'harness' in window)
  }
  return {
    browser,
    trapUrl: trap.url,
    hits,
    open: async ({ policy: withPolicy, ...options } = {}) => {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, ...options })
      opened.push(page)
      await show(page, withPolicy === false ? 'harness.html?open' : 'harness.html')
      return page
    },
    reopen: (page) => show(page, 'harness.html'),
    close: async () => {
      await Promise.all(opened.map((page) => page.context().close()))
      for (const { server } of [site, trap]) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}
