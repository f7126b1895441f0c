import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { fill } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { Switches } from '../simulators/hubsoft-pages/switches.ts'
import { people } from '../simulators/people.ts'
import { allowSite } from './allow-site.ts'
import { erpPanel } from './erp-panel.ts'
import type { PageWindow } from './hubsoft-pages/pages-in-browser.ts'
import { openConfirmation, openErp, reviewDebt, sendButton } from './journey.ts'
import { makeReady } from './make-ready.ts'
import { openedPage, startWorld } from './world.ts'
import type { World } from './world.ts'
import { pageMarks } from './page-marks.ts'
import type { PageMarks } from './page-marks.ts'

const { confirm, erp: erpWords, erpInline: words } = texts('pt-BR')
const { antonia } = people
const site = 'http://empresa.hubsoft.com.br'
const recordPath = '/cliente/editar/11943/cadastro'
const chipOf = (document: string): string => fill(words.chip, { document })
const chip = chipOf('731.640.258-07')
const isChip = (name: string): boolean => name.startsWith(chipOf(''))

let world: World
let page: Page
let marks: PageMarks

beforeAll(async () => {
  world = await startWorld()
  await allowSite(world.browser, site)
})
afterAll(() => world.close())
beforeEach(async () => {
  page = await world.context.newPage()
  marks = await pageMarks(page)
})
afterEach(() => page.close())

const open = (path: string, switches: Switches = {}) => page.goto(world.pages.url(path, switches))
const ownPages = () =>
  world.context.pages().filter((one) => one.url().startsWith('chrome-extension://')).length
/** What the report tab was opened with, as it asks for it itself. */
const draftOf = (tab: Page): Promise<unknown> =>
  tab.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi }
    const input = { id: new URLSearchParams(location.search).get('draft') }
    return (await chrome.runtime.sendMessage<object, { value: unknown }>({ name: 'draft', input })).value
  })
const shows =
  (...expected: string[]) =>
  (names: string[]) =>
    expected.every((name) => names.includes(name))

describe('in the list of customers', () => {
  test('a chip beside each document; the texts of the cells stay what they were', async () => {
    await open('/cliente')
    const names = await marks.settle((all) => all.filter(isChip).length === 10)
    expect(names).toContain(chipOf('0K.7M2.Q9R/0001-05'))
    expect(names.filter((name) => !isChip(name))).toEqual([words.type])
    const row = page.locator('table.dataTable tbody tr').first()
    const shown = await row.evaluate((element) => [(element as HTMLElement).innerText, element.textContent])
    const bare = await row.evaluate((element) => {
      for (const mark of element.querySelectorAll('nada-consta-mark')) mark.remove()
      return [(element as HTMLElement).innerText, element.textContent]
    })
    expect(shown).toEqual(bare)
    // Taken away by the page, they come back.
    await marks.settle(shows(chip))
    expect(await page.locator('body > div').count()).toBe(await page.locator('body > div[ui-view]').count())
    const { width, height } = await marks.size(chip)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(28)
  })

  test('a press proposes this person, opens one tab, and no row of the page hears it', async () => {
    await open('/cliente')
    await marks.settle(shows(chip))
    await page.evaluate(() => {
      document.addEventListener('click', () => document.body.setAttribute('data-heard', ''))
    })
    const before = ownPages()
    const tab = await openedPage(world.context, () => marks.press(chip))
    expect(await draftOf(tab)).toMatchObject({ document: '731.640.258-07', name: 'MARIA EXEMPLO DA SILVA' })
    expect(ownPages()).toBe(before + 1)
    expect(await page.locator('[data-heard]').count()).toBe(0)
    await tab.close()
  })

  test('attack 26 · a script of the page presses nothing and sees nothing inside', async () => {
    await open('/cliente')
    await marks.settle(shows(chip))
    const before = ownPages()
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('nada-consta-mark')].map((mark) => {
        mark.click()
        mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))
        return { root: mark.shadowRoot, text: mark.textContent, live: mark.getAttribute('aria-live') }
      }),
    )
    expect(found.length).toBeGreaterThan(10)
    expect(new Set(found.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ root: null, text: '', live: 'off' })]),
    )
    await page.bringToFront()
    const tab = await openedPage(world.context, () => marks.press(chip))
    expect(ownPages()).toBe(before + 1)
    await tab.close()
  })

  test('another page of the list: chips of its people, none of the last one', async () => {
    await open('/cliente')
    await marks.settle(shows(chip))
    await page
      .getByRole('link', { name: '2', exact: true })
      .or(page.locator('button[data-dt-idx="1"]'))
      .click()
    const names = await marks.settle((all) => all.filter(isChip).length === 2)
    expect(names).not.toContain(chip)
  })
})

describe('the ways to the panel', () => {
  test('the toolbar proposes typing where there is no customer, and opens the panel where there is one', async () => {
    await open('/dashboard')
    await marks.settle(shows(words.type))
    const tab = await openedPage(world.context, () => marks.press(words.type))
    expect(tab.url()).toContain('/report.html?draft=')
    await tab.close()
    await open(recordPath)
    const panel = await erpPanel(page)
    await panel.shows('731.640.258-07')
    await panel.press(erpWords.panel.minimise)
    await marks.settle((all) => all.filter((name) => name === words.panel).length === 2)
    await marks.press(words.panel)
    await panel.shows('731.640.258-07')
  })

  test('G65 · twenty headers that change in the same task: always back, never two, and there without the icon', async () => {
    await open(recordPath, { swap: 'same-task', swaps: 20, anchor: 'gone-after-swaps' })
    await marks.settle((all) => all.length === 2)
    const { away, most } = await page.evaluate(
      () =>
        new Promise<{ away: number; most: number }>((resolve) => {
          let seenAt = performance.now()
          let away = 0
          let most = 0
          const look = (now: number) => {
            const count = document.querySelectorAll('#content .header nada-consta-mark').length
            most = Math.max(most, count)
            if (count > 0) seenAt = now
            away = Math.max(away, now - seenAt)
            const isGone = !document.querySelector('#content [aria-label="Consulta de Crédito"]')
            if (isGone && count > 0) resolve({ away, most })
            else requestAnimationFrame(look)
          }
          look(seenAt)
        }),
    )
    expect(most).toBe(1)
    expect(away).toBeLessThan(1000)
    await marks.settle((all) => all.length === 2)
  })

  test('behaviour 16 · without the credit icon: in the header, and away with it', async () => {
    await open(recordPath, { permission: 'none' })
    await marks.settle((all) => all.filter((name) => name === words.panel).length === 2)
    expect(await page.locator('#content .header > nada-consta-mark').count()).toBe(1)
    await page.evaluate(() => (window as unknown as PageWindow).hubsoftPages.expireSession())
    await page.click('li.md-nav-item:has-text("Financeiro") button')
    await page.waitForURL('**/login')
    await marks.settle((all) => all.length === 0)
  })
})

describe('the invoices of a record', () => {
  const invoices = `/cliente/editar/${antonia.id}/financeiro#faturas`
  const isSign = (name: string): boolean => [words.registered, words.removing, words.eligible].includes(name)

  test('a registered one, eligible ones, and no sign for what is not known; none on charges', async () => {
    await makeReady(world)
    const erp = await openErp(world.context, world.pages.url(invoices))
    const inRecord = await pageMarks(erp)
    const eligible = await inRecord.settle((all) => all.includes(words.eligible))
    expect(eligible.filter(isSign)).not.toContain(words.registered)
    const window = await openConfirmation(erp)
    await reviewDebt(window)
    const shown = await window.getByRole('region', { name: confirm.debt }).getByRole('cell').allInnerTexts()
    const sent = shown.filter((text) => /^\d{6}$/.test(text))
    await sendButton(window).click()
    await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
    await window.close()
    await erp.evaluate(() => dispatchEvent(new Event('focus')))
    await inRecord.settle((all) => all.filter((name) => name === words.registered).length === sent.length)
    const registered = (await inRecord.all()).filter(({ name }) => name === words.registered)
    expect(registered.map(({ around }) => around).toSorted()).toEqual(sent.toSorted())
    const rows = erp.locator('hubsoft-cliente-financeiro-fatura tbody tr')
    expect(await rows.count()).toBeGreaterThan(
      (await inRecord.all()).filter(({ name }) => isSign(name)).length,
    )
    await erp.getByRole('tab', { name: 'Cobranças' }).click()
    await erp.locator('hubsoft-cliente-financeiro-cobranca tbody tr').first().waitFor()
    await inRecord.settle((all) => !all.some(isSign))
    await erp.close()
  })
})
