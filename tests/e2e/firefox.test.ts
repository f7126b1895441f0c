import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { texts } from '../../shared/locales/texts.ts'
import { maySkip } from '../setup/tools.ts'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { panelHost } from '../simulators/hubsoft-pages/hosts.ts'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { launchFirefox } from './launch-firefox.ts'
import type { FirefoxWithExtension } from './launch-firefox.ts'
import { startProxy } from './start-proxy.ts'
import type { RunningProxy } from './start-proxy.ts'

const { options, report } = texts('pt-BR')
const cpf = '731.640.258-07'

/** The same journey in Firefox, as far as its automation reaches: no context menu, no file dialog, no printing. */
describe.skipIf(maySkip('firefox-esr'))('the journey in Firefox', () => {
  let connect: ConnectSimulator
  let pages: HubsoftPages
  let proxy: RunningProxy
  let firefox: FirefoxWithExtension
  let set: Page

  beforeAll(async () => {
    connect = await startConnect()
    pages = await startHubsoftPages()
    proxy = await startProxy(connect.url)
    firefox = await launchFirefox([panelHost])
    set = await firefox.page('options.html')
  })
  afterAll(async () => {
    await firefox.close()
    await proxy.close()
    await Promise.all([connect.close(), pages.close()])
  })

  const field = (page: Page, label: string) =>
    page.locator(`::-p-xpath(//label[normalize-space()="${label}"]/..//input)`)
  const press = (page: Page, text: string) =>
    page.locator(`::-p-xpath(//button[normalize-space()="${text}" or @aria-label="${text}"])`).click()
  const see = (page: Page, text: string) =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)
  const open = (page: Page, title: string) =>
    page.waitForFunction(
      (wanted) => {
        const head = [...document.querySelectorAll<HTMLElement>('.step-head')].find((step) =>
          step.innerText.includes(wanted),
        )
        if (head?.getAttribute('aria-expanded') === 'false') head.click()
        return head !== undefined
      },
      {},
      title,
    )

  test('pairs, saves and tests the query pair, synchronises', async () => {
    await field(set, options.browser.code).fill(await proxy.pairingCode())
    await field(set, options.browser.name).fill('Leo – Vendas')
    await press(set, options.browser.pair)
    await see(set, 'pareado como “Leo – Vendas”')

    await open(set, options.connect.title)
    await field(set, options.connect.description).fill('Matriz')
    await field(set, options.connect.creditor).fill('04.718.253/0001-56')
    await press(set, options.connect.create)
    const { query } = connect.accounts[0]!
    const words = options.connect.pairs.query
    await field(set, words.login).fill(query.login)
    await field(set, words.password).fill(query.password)
    await press(set, `${options.save} ${words.password}`)
    await see(set, options.connect.untested)
    await press(set, words.test)
    await see(set, options.connect.valid)
    await open(set, options.products.title)
    await press(set, options.products.sync)
    await see(set, 'CREDNET_LIGHT')
    expect(connect.ledger.billed).toEqual([])
  })

  test('adds the ERP’s site, whose pages then carry the panel', async () => {
    await open(set, options.erp.title)
    await field(set, options.erp.host).fill(`http://${panelHost}`)
    await press(set, options.erp.addSite)
    await set.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('li.site')].some((site) =>
          (site as HTMLElement).innerText.includes(wanted),
        ),
      {},
      options.erp.siteOn,
    )
    const erp = await firefox.browser.newPage()
    await erp.goto(pages.url('/cliente/editar/11943/cadastro'))
    await erp.waitForSelector('nada-consta-panel')
    expect(await erp.$eval('nada-consta-panel', (host) => host.shadowRoot)).toBeNull()
    await erp.close()
  })

  test('a typed document is queried and the report stands in its frame', async () => {
    const tab = await firefox.page('report.html')
    await field(tab, report.document).fill(cpf)
    await press(tab, report.consult)
    await see(tab, report.exportPdf)
    const frame = await tab.waitForSelector(`iframe[title="${report.frame}"]`)
    const text = () => frame!.evaluate((shown) => shown.contentDocument?.body?.innerText ?? '')
    await expect.poll(text, { timeout: 20_000 }).toContain(cpf)
    expect(connect.ledger.of('consult').at(-1)?.fields['documento']).toBe('73164025807')
    expect(connect.ledger.billed).toEqual([])
  })

  test('the PDF is made; the download itself is Firefox’s own', async () => {
    const tab = (await firefox.browser.pages()).at(-1)!
    await tab.evaluate(() => {
      const made: number[] = []
      const original = URL.createObjectURL.bind(URL)
      Object.assign(globalThis, { made })
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) made.push(blob.size)
        return original(blob)
      }
    })
    await press(tab, report.exportPdf)
    await see(tab, report.exported)
    const sizes = await tab.evaluate(() => (globalThis as unknown as { made: number[] }).made)
    expect(Math.max(...sizes)).toBeGreaterThan(10_000)
  })
})
