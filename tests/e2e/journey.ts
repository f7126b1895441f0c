import type { BrowserContext, Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { texts } from '../../shared/locales/texts.ts'
import { panelHost } from '../simulators/hubsoft-pages/hosts.ts'
import type { ConnectAccount } from '../simulators/connect/accounts.ts'
import type { ExtensionBrowser } from './launch-extension.ts'
import { erpPanel } from './erp-panel.ts'
import { openedPage } from './world.ts'

/** The steps of a person's way from a new installation to a saved report, as tests and demo walk it. */

const { confirm, erp: erpWords, options, records, report } = texts('pt-BR')

/** Opens a step of the set-up, if it is closed. Looks and clicks in one go: the page opens the next step by itself too. */
export const openStep = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('button', { name: title }).evaluate((head: HTMLElement) => {
    if (head.getAttribute('aria-expanded') === 'false') head.click()
  })
}

/** Types the code that the service showed, with the operator's name. */
export const pairBrowser = async (page: Page, code: string, name: string): Promise<void> => {
  await page.getByLabel(options.browser.code).fill(code)
  await page.getByLabel(options.browser.name).fill(name)
  await page.getByRole('button', { name: options.browser.pair, exact: true }).click()
  await page.getByText(`pareado como “${name}”`).waitFor()
}

interface IntegrationChoice {
  description: string
  creditor: string
  account: ConnectAccount
  /** Real, billed queries instead of example answers. */
  production?: boolean
}

/** Creates an integration and saves both pairs. */
export const createIntegration = async (page: Page, choice: IntegrationChoice): Promise<void> => {
  const words = options.connect
  await openStep(page, words.title)
  await page.getByLabel(words.description, { exact: true }).fill(choice.description)
  await page.getByLabel(words.creditor).fill(choice.creditor)
  if (choice.production) await page.getByLabel(words.environment).selectOption('production')
  await page.getByRole('button', { name: words.create }).click()
  if (choice.production) await page.getByRole('button', { name: words.toProductionConfirm }).click()
  await savePair(page, 'query', choice.account.query)
  if (choice.account.pefin) await savePair(page, 'pefin', choice.account.pefin)
}

/** Saves one pair of credentials of the only integration on the page. */
export const savePair = async (
  page: Page,
  pair: 'query' | 'pefin',
  { login, password }: { login: string; password: string },
): Promise<void> => {
  const words = options.connect.pairs[pair]
  const row = page.getByRole('region', { name: words.title, exact: true })
  await row.getByLabel(words.login, { exact: true }).fill(login)
  await row.getByLabel(words.password, { exact: true }).fill(password)
  await row.getByRole('button', { name: `${options.save} ${words.password}` }).click()
  await row.getByText(options.connect.untested).waitFor()
}

/** Presses the pair's test and waits for its verdict. */
export const testPair = async (page: Page, pair: 'query' | 'pefin'): Promise<string> => {
  const words = options.connect.pairs[pair]
  const row = page.getByRole('region', { name: words.title, exact: true })
  await row.getByRole('button', { name: words.test }).click()
  const verdict = row.getByText(new RegExp(`^(${options.connect.valid}|${options.connect.refused})`))
  await verdict.waitFor()
  return (await row.innerText()).trim()
}

/** Synchronises the products and waits until the list stands. */
export const syncProducts = async (page: Page): Promise<void> => {
  await openStep(page, options.products.title)
  await page.getByRole('button', { name: options.products.sync }).click()
  await page.getByText('CREDNET_LIGHT').first().waitFor()
}

/** Adds the ERP's pages; the browser's own question was answered when the profile was made. */
export const enableErpSite = async (page: Page): Promise<void> => {
  await openStep(page, options.erp.title)
  await page.getByLabel(options.erp.host).fill(`http://${panelHost}`)
  await page.getByRole('button', { name: options.erp.addSite }).click()
  await page.getByText(options.erp.siteOn, { exact: true }).waitFor()
}

/** The API user that every simulated tenant knows. */
export const apiUser = {
  clientId: '17',
  clientSecret: 's3cr3t',
  username: 'integracao@provedor.example',
  password: 'hubsoft-123',
} as const

/** Enters the ERP's API user. */
export const addErpApi = async (page: Page, baseUrl: string): Promise<void> => {
  const words = options.erp
  await openStep(page, words.title)
  const section = page.getByRole('region', { name: words.apiTitle, exact: true })
  await section.getByRole('button', { name: words.add, exact: true }).click()
  await section.getByLabel(words.baseUrl).fill(baseUrl)
  for (const [field, value] of Object.entries(apiUser))
    await section.getByLabel(words[field as keyof typeof apiUser], { exact: true }).fill(value)
  await section.getByRole('button', { name: words.save, exact: true }).click()
  await section.getByText(baseUrl).waitFor()
}

/** The head office as the tests know it, in production against the simulator. */
export const headOffice = (account: ConnectAccount): IntegrationChoice => ({
  description: 'Matriz',
  creditor: '04.718.253/0001-56',
  account,
  production: true,
})

/** The whole set-up in one go. */
export const setUp = async (page: Page, code: string, choice: IntegrationChoice): Promise<void> => {
  await pairBrowser(page, code, 'Ana – Cobrança')
  await createIntegration(page, choice)
  await testPair(page, 'query')
  await testPair(page, 'pefin')
  await syncProducts(page)
  await enableErpSite(page)
}

/** Highlights the text of one element, as a person's drag would. */
export const highlight = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      getSelection()?.selectAllChildren(element)
      return String(getSelection())
    })

/**
 * The event of the context menu's item, as the browser sends it after a click. It proves the listener, not the item; the item is
 * proved by a real click under Xvfb.
 */
export const chooseFromMenu = async (
  browser: ExtensionBrowser,
  erp: Page,
  selectionText: string,
): Promise<Page> => {
  const worker = await browser.worker()
  const address = erp.url()
  return openedPage(browser.context, () =>
    worker.evaluate(
      async ({ address, selectionText }) => {
        const { chrome } = globalThis as unknown as { chrome: ExtensionApi }
        const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address)
        const info = { menuItemId: 'query-selection', selectionText, editable: false, pageUrl: address }
        // An undocumented method of Chromium's events; nothing documented presses a menu item.
        const event = chrome.contextMenus.onClicked as unknown as {
          dispatch(info: object, tab: unknown): void
        }
        event.dispatch(info, tab)
      },
      { address, selectionText },
    ),
  )
}

/** Chooses product and purpose and presses Consultar; does not wait for the answer. */
export const consult = async (page: Page, product: string): Promise<void> => {
  await page.getByLabel(report.product, { exact: true }).selectOption({ label: product })
  await page.getByRole('button', { name: report.consult, exact: true }).click()
}

/** The text of the answer that the report tab shows, once it stands. */
export const reportText = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: report.exportPdf }).waitFor()
  const frame = page.frameLocator(`iframe[title="${report.frame}"]`)
  await frame.locator('body').waitFor()
  return frame.locator('body').innerText()
}

/** Presses "Exportar PDF" and saves the file under `path`; returns the name that the person would see. */
export const exportPdf = async (page: Page, path: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: report.exportPdf }).click(),
  ])
  await download.saveAs(path)
  return download.suggestedFilename()
}

/** Opens a record of the ERP and waits until the extension's panel stands in it. */
export const openErp = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('nada-consta-panel').waitFor({ state: 'attached' })
  return page
}

/** Presses "Negativar…" in the panel of a customer's record and gives the window that opens, at its first step. */
export const openConfirmation = async (page: Page): Promise<Page> => {
  const panel = await erpPanel(page)
  await panel.shows(erpWords.panel.negativate)
  const opened = await openedPage(page.context(), () => panel.press(erpWords.panel.negativate))
  await opened.getByRole('button', { name: confirm.review, exact: true }).waitFor()
  return opened
}

/** Chooses the reason, keeps the invoices that the window proposes, goes on to the review and accepts every warning. */
export const reviewDebt = async (
  page: Page,
  written = 'Contrato encerrado, valores conferidos.',
): Promise<void> => {
  await page.getByLabel(confirm.reason).selectOption('TI')
  await page.getByRole('button', { name: confirm.review, exact: true }).click()
  await page.getByText(confirm.stepReview).waitFor()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  for (const field of await page.getByRole('textbox').all()) await field.fill(written)
}

/** The one button that sends. */
export const sendButton = (page: Page) => page.getByRole('button', { name: /^Negativar R\$/ })

/** Opens the full list of records; with an id it opens that record's history. */
export const openRecords = async (browser: ExtensionBrowser, hash = ''): Promise<Page> => {
  const page = await browser.page(`records.html${hash}`)
  await page.getByRole('heading', { name: records.title }).waitFor()
  return page
}
