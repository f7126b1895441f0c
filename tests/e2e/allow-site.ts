import type { Browser } from 'webextension-polyfill'

interface PageGlobals {
  chrome: Browser
  answer?: unknown
}

/** One of the extension's own pages, in playwright or puppeteer. */
interface OwnPage {
  evaluate(run: (origin: string) => void, origin: string): Promise<unknown>
  mouse: { click(x: number, y: number): Promise<void> }
  waitForFunction(run: () => unknown): Promise<{ jsonValue(): Promise<unknown> }>
  close(): Promise<void>
}

/**
 * Allows an ERP site as the options page does: the permission on a real click, then the message. In Chromium the pattern must have
 * been granted in `launchExtension`.
 */
export const allowSite = async (
  browser: { page(path: string): Promise<OwnPage> },
  site: string,
): Promise<void> => {
  const page = await browser.page('popup.html')
  await page.evaluate((origin) => {
    const globals = globalThis as unknown as PageGlobals
    const allow = async () => {
      await globals.chrome.permissions.request({ origins: [`${origin}/*`] })
      globals.answer = await globals.chrome.runtime.sendMessage({
        name: 'site-enable',
        input: { site: origin },
      })
    }
    document.addEventListener('click', () => void allow(), { once: true, capture: true })
  }, site)
  await page.mouse.click(2, 2)
  const answer = await page.waitForFunction(() => (globalThis as unknown as PageGlobals).answer)
  const reply = (await answer.jsonValue()) as { ok: boolean }
  if (!reply.ok) throw new Error(`the site was not enabled: ${JSON.stringify(reply)}`)
  await page.close()
}
