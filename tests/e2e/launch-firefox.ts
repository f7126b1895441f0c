import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { launch } from 'puppeteer-core'
import type { Browser, Page } from 'puppeteer-core'
import { bidiOf } from './erp/bidi.ts'

const build = resolve('dist/firefox-mv3')
const extensionId = 'nada-consta@nada-consta.example'
/** Fixed by a preference, so that the extension's own pages have a known address. */
const uuid = '5b0ad9a4-1d1e-4c35-8d53-3f0f5c9a7e11'

export interface FirefoxWithExtension {
  browser: Browser
  /** Opens one of the extension's own pages and waits for its load, which Firefox never reports: the page itself is asked. */
  page(path: string): Promise<Page>
  close(): Promise<void>
}

/**
 * Starts Firefox with the built extension: puppeteer over BiDi, host permissions granted without Firefox's window,
 * and the given host names leading to this machine.
 */
export const launchFirefox = async (
  hosts: string[],
  preferences: Record<string, unknown> = {},
): Promise<FirefoxWithExtension> => {
  const browser = await launch({
    browser: 'firefox',
    executablePath: execFileSync('which', ['firefox-esr'], { encoding: 'utf8' }).trim(),
    headless: true,
    // Lets BiDi open moz-extension:// pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'network.dns.localDomains': hosts.join(','),
      'intl.accept_languages': 'pt-BR',
      ...preferences,
    },
  })
  await browser.installExtension(build)
  const bidi = bidiOf(browser)
  return {
    browser,
    page: async (path) => {
      const page = await browser.newPage()
      const address = `moz-extension://${uuid}/${path}`
      await bidi.navigate(bidi.contextOf(page), address, 'none')
      await page.waitForFunction(
        // It may write its place into the address.
        (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
        {},
        address,
      )
      return page
    },
    close: () => browser.close(),
  }
}
