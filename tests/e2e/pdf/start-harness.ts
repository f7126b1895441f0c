/**
 * The report and PDF code in a real browser, without proxy and extension: pages of its own, served with the very policy
 * of the extension's pages, and a second server that counts whoever asks it for anything.
 */
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../../setup/find-chromium.ts'
import { buildHarness } from './build-harness.ts'
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
  /** A page with the harness; `policy: false` serves it without the extension's policy. */
  open: (options?: BrowserContextOptions & { policy?: false }) => Promise<Page>
  close: () => Promise<void>
}

export const startHarness = async (): Promise<PdfHarness> => {
  const folder = await buildHarness()
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
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(file))
  })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    headless: true,
    chromiumSandbox: false,
    args: [
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    browser,
    trapUrl: trap.url,
    hits,
    open: async ({ policy: withPolicy, ...options } = {}) => {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, ...options })
      await page.goto(new URL(withPolicy === false ? 'harness.html?open' : 'harness.html', site.url).href)
      await page.waitForFunction(() => 'harness' in window)
      return page
    },
    close: async () => {
      await browser.close()
      for (const { server } of [site, trap]) server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
