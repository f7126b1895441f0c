import type { Page } from 'playwright-core'
import type { Browser } from 'webextension-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { panelHost } from '../simulators/hubsoft-pages/hosts.ts'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { allowSite } from './allow-site.ts'
import { launchExtension } from './launch-extension.ts'
import type { ExtensionBrowser } from './launch-extension.ts'

const site = `http://${panelHost}`

let browser: ExtensionBrowser
let pages: HubsoftPages
/** A page of ours that asks while the ERP's is in front, as the popup does. */
let ours: Page

beforeAll(async () => {
  pages = await startHubsoftPages()
  browser = await launchExtension({ hosts: ['*.hubsoft.com.br'], grant: [`${site}/*`] })
  await allowSite(browser, site)
  ours = await browser.page('popup.html')
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

const ask = (): Promise<unknown> =>
  ours.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Browser }
    const message = { name: 'page-selection', input: {} }
    return (await chrome.runtime.sendMessage<object, { value: unknown }>(message)).value
  })

const open = async (path: string, rows: string): Promise<Page> => {
  const page = await browser.context.newPage()
  await page.goto(pages.url(path))
  await page.locator('nada-consta-panel').waitFor({ state: 'attached' })
  await page.locator(rows).first().waitFor()
  return page
}

test('what is ticked on the ERP’s page in front is read when it is asked for, and only then', async () => {
  const rows = 'hs-invoice-list tbody tr md-checkbox'
  const page = await open('/financeiro/fatura', rows)
  expect(await ask()).toBeNull()
  await page.locator(rows).nth(1).click()
  await page.locator(rows).nth(4).click()
  expect(await ask()).toEqual({ site: panelHost, invoiceIds: ['816202', '816301'] })
  await page.locator(rows).nth(1).click()
  expect(await ask()).toEqual({ site: panelHost, invoiceIds: ['816301'] })
  await ours.bringToFront()
  expect(await ask()).toBeNull()
  await page.close()
})

test('of a customer the invoices, never the charges beside them', async () => {
  const charges = 'hubsoft-cliente-financeiro-cobranca md-checkbox'
  const page = await open('/cliente/editar/11943/financeiro', charges)
  await page.locator(charges).nth(1).click()
  expect(await ask()).toBeNull()
  await page.click('md-nav-bar button:has-text("Faturas")')
  await page.locator('hubsoft-cliente-financeiro-fatura md-checkbox').nth(2).click()
  expect(await ask()).toEqual({ site: panelHost, invoiceIds: ['816202'] })
  await page.close()
})
