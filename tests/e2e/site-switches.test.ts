import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { knownWords } from '../../extension/features/skeleton/known-words.ts'
import type { Feature } from '../../extension/sites/site-features.ts'
import type { SiteSetup } from '../../extension/sites/site-setup.ts'
import { clients } from '../simulators/hubsoft-pages/clients.ts'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { allowSite } from './allow-site.ts'
import { erpPanel } from './erp-panel.ts'
import type { ErpPanel } from './erp-panel.ts'
import { launchExtension } from './launch-extension.ts'
import type { ExtensionBrowser } from './launch-extension.ts'

const site = 'http://empresa.hubsoft.com.br'
const recordPath = '/cliente/editar/11943/cadastro'
const client = clients[0]!
const cpf = '731.640.258-07'

let browser: ExtensionBrowser
let pages: HubsoftPages
/** A page of ours that speaks to the background as the options page does. */
let ours: Page
let page: Page
let panel: ErpPanel

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
beforeEach(async () => {
  page = await browser.context.newPage()
  panel = await erpPanel(page)
})
afterEach(() => page.close())

interface Reply<Value> {
  ok: boolean
  value: Value
  error?: { code: string }
}

const tell = <Value>(name: string, input: object): Promise<Reply<Value>> =>
  ours.evaluate(
    ([message, details]) =>
      (globalThis as unknown as { chrome: Browser }).chrome.runtime.sendMessage<object, Reply<Value>>({
        name: message,
        input: details,
      }),
    [name, input] as const,
  )

const turn = async (feature: Feature, isOn: boolean): Promise<SiteSetup | undefined> => {
  const { value } = await tell<{ sites: SiteSetup[] }>('site-feature', { site, feature, isOn })
  return value.sites.find((one) => one.site === site)
}

const open = (path: string) => page.goto(pages.url(path))

describe('a switch per feature and site', () => {
  test('an open page obeys without being loaded again, and so does one that opens later', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    expect((await turn('panel', false))?.features.panel).toBe(false)
    await expect.poll(() => panel.count()).toBe(0)

    // The page goes on by itself meanwhile: what it shows next is no reason to come back.
    await page.click('li.md-nav-item:has-text("Financeiro") button')
    await page.waitForURL('**/financeiro*')
    await page.locator('hubsoft-cliente-financeiro-cobranca md-checkbox').first().waitFor()
    expect(await panel.count()).toBe(0)

    await turn('panel', true)
    await panel.shows(cpf)
    expect(await panel.count()).toBe(1)
  })

  const marks = (place: string) => page.locator(`${place} nada-consta-mark`)

  test.each([
    ['toolbar', '/cliente', '#toolbar', 'table'],
    ['chips', '/cliente', 'table', '#toolbar'],
    ['record', recordPath, '#content', '#toolbar'],
  ] as const)(
    '%s: gone and back in the open page, and the others stay',
    async (feature, path, place, other) => {
      await open(path)
      await marks(place).first().waitFor({ state: 'attached' })
      await marks(other).first().waitFor({ state: 'attached' })
      expect((await turn(feature, false))?.features).toMatchObject({ panel: true, [feature]: false })
      await expect.poll(() => marks(place).count()).toBe(0)
      expect(await marks(other).count()).toBeGreaterThan(0)
      await turn(feature, true)
      await marks(place).first().waitFor({ state: 'attached' })
    },
  )
})

describe('the skeleton of a page', () => {
  interface Skeleton {
    text: string
    tabs: { path: string }[]
  }

  test('shows the structure of the record and not a letter or digit of its customer', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    const { value } = await tell<Skeleton>('page-skeleton', { site })
    expect(value.tabs.map(({ path }) => path)).toEqual([recordPath])
    const lines = value.text.split('\n')
    expect(lines[0]).toBe('Nada Consta 1.0.0 · hubsoft')
    expect(lines[1]).toBe('/cliente/editar/D5/cadastro (1366 × 768)')
    const body = lines.slice(2).join('\n')

    for (const hook of ['hubsoft-cliente-cadastro', '[name=cpf_cnpj]', '"CPF *"'])
      expect(body).toContain(hook)
    expect(body).toMatch(/h2\.ng-binding .*"D4 - L5 L7 L2 L5"/)
    expect(body).toMatch(/\n +b\n +span.* "D3\.D3\.D3-D2"/)
    expect(body).toContain('value="D3.D3.D3-D2"')
    expect(body).toContain('[aria-label=Consulta de Crédito]')
    expect(body).not.toContain('nada-consta')

    // No digit but the lengths, and no word of the customer but what any ERP's page has.
    expect(body.replaceAll(/[DLlX]\d+|× \d+|\bh[1-6]\b/g, '')).not.toMatch(/\d/)
    const data = Object.values(client).join(' ').toLowerCase()
    const told = new Set(body.toLowerCase().match(/\p{L}+/gu))
    const leaked = (data.match(/\p{L}{2,}/gu) ?? []).filter((word) => told.has(word) && !knownWords.has(word))
    expect(leaked).toEqual([])
    for (const word of ['maria', 'exemplo', 'silva', 'lavras', 'fibra'])
      expect(body.toLowerCase()).not.toContain(word)
  })

  test('two customers of one shape have one skeleton', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    const { value: one } = await tell<Skeleton>('page-skeleton', { site })
    await page.locator('input[name="nome_razaosocial"]').fill('QUEIJO TROCADO DE FORMA')
    const { value: other } = await tell<Skeleton>('page-skeleton', { site })
    expect(other.text).not.toBe(one.text)
    await page.locator('input[name="nome_razaosocial"]').fill('CLARA MODELAR DE COSTA')
    const { value: same } = await tell<Skeleton>('page-skeleton', { site })
    expect(same.text.match(/value="[^"]*"/g)).toEqual(one.text.match(/value="[^"]*"/g))
  })

  test('without an open page of the site there is none, and the reason is told', async () => {
    await page.goto('about:blank')
    expect((await tell('page-skeleton', { site })).error?.code).toBe('skeleton-no-tab')
    const stranger = { site: 'http://outra.hubsoft.com.br' }
    expect((await tell('page-skeleton', stranger)).error?.code).toBe('site-not-granted')
  })
})
