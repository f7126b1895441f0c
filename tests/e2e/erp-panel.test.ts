import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Browser } from 'webextension-polyfill'
import { texts } from '../../shared/locales/texts.ts'
import { clients } from '../simulators/hubsoft-pages/clients.ts'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { Switches } from '../simulators/hubsoft-pages/switches.ts'
import { allowSite } from './allow-site.ts'
import { erpPanel } from './erp-panel.ts'
import type { ErpPanel } from './erp-panel.ts'
import { launchExtension } from './launch-extension.ts'
import type { ExtensionBrowser } from './launch-extension.ts'
import type { PageWindow } from './hubsoft-pages/pages-in-browser.ts'
import { openedPage } from './world.ts'

const site = 'http://empresa.hubsoft.com.br'
const recordPath = '/cliente/editar/11943/cadastro'
const host = 'nada-consta-panel'
const words = texts('pt-BR').erp.panel
const cpf = '731.640.258-07'

let browser: ExtensionBrowser
let pages: HubsoftPages
let page: Page
let panel: ErpPanel

beforeAll(async () => {
  pages = await startHubsoftPages()
  browser = await launchExtension({ hosts: ['*.hubsoft.com.br'], grant: [`${site}/*`] })
  await allowSite(browser, site)
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

const open = (path: string, switches: Switches = {}) => page.goto(pages.url(path, switches))
/** What the report tab was opened with, as it asks for it itself. */
const draftOf = (tab: Page): Promise<unknown> =>
  tab.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Browser }
    const input = { id: new URLSearchParams(location.search).get('draft') }
    return (await chrome.runtime.sendMessage<object, { value: unknown }>({ name: 'draft', input })).value
  })
const ownPages = () =>
  browser.context.pages().filter((one) => one.url().startsWith('chrome-extension://')).length

describe('the panel in a record', () => {
  test('names person and document, and proposes them to the report tab', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    expect(await panel.text()).toContain('MARIA EXEMPLO')
    const tab = await openedPage(browser.context, () => panel.press(words.query))
    expect(tab.url()).toMatch(/\/report\.html\?draft=[0-9a-f-]{36}$/)
    expect(await draftOf(tab)).toEqual({ document: cpf, name: 'MARIA EXEMPLO DA SILVA' })
    await panel.shows(words.opened)
    await tab.close()
  })

  const variants: [string, Switches, string][] = [
    ['a field alone', { document: 'form-only' }, cpf],
    ['digits alone, labelled', { document: 'bare-labelled' }, cpf],
    ['split over elements', { document: 'split-spans' }, cpf],
    ['hard spaces', { document: 'nbsp' }, cpf],
    ['a company', { document: 'alphanumeric-cnpj' }, '0K.7M2.Q9R/0001-05'],
    ['masked', { document: 'masked' }, words.masked],
    ['several', { labelled: 'on' }, words.several],
    ['numbers that only look like documents', { lookalikes: 'on' }, `${cpf} ${words.query}`],
    ["another client's document in a closed tab", { twin: 'on' }, `${cpf} ${words.query}`],
    ['an answer after a second and a half', { delay: 1500 }, cpf],
    ['capitals by CSS', { uppercase: 'on' }, `MARIA EXEMPLO DA SILVA ${cpf}`],
  ]
  test.each(variants)('%s', async (_what, switches, expected) => {
    await open(recordPath, switches)
    await panel.shows(expected)
    expect(await panel.count()).toBe(1)
  })

  test.each<Switches>([{ document: 'absent' }, { document: 'bare-unlabelled' }])(
    'no document to trust: %j',
    async (switches) => {
      await open(recordPath, switches)
      await panel.shows(words.noDocument)
      const tab = await openedPage(browser.context, () => panel.press(words.type))
      expect(await draftOf(tab)).toEqual({ document: null })
      await tab.close()
    },
  )

  test('elsewhere a small button, which opens', async () => {
    await open('/dashboard')
    await panel.shows(words.title)
    expect(await panel.buttons()).toEqual([words.open])
    await panel.press(words.open)
    await panel.shows(words.elsewhere)
  })
})

describe('where nothing of ours may stand', () => {
  test('an expired session: the record closes, and what it showed is gone', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    await page.evaluate(() => (window as unknown as PageWindow).hubsoftPages.expireSession())
    await page.click('li.md-nav-item:has-text("Financeiro") button')
    await page.waitForURL('**/login')
    await expect.poll(() => panel.count()).toBe(0)
  })

  test('the portal of the provider’s customers', async () => {
    await page.goto(pages.centralUrl('/'))
    await open(recordPath)
    await panel.shows(cpf)
    await page.goBack()
    await page.waitForURL('**/central.empresa.hubsoft.com.br*/**')
    expect(await panel.count()).toBe(0)
  })
})

describe('G65 · an ERP that rebuilds itself', () => {
  test('twenty new headers in six seconds, then no anchor: always exactly one panel', async () => {
    await open(recordPath, {
      swap: 'same-task',
      swaps: 20,
      anchor: 'gone-after-swaps',
      toasts: 20,
      clock: 'on',
    })
    await panel.shows(cpf)
    const counts = await page.evaluate(
      (tag) =>
        new Promise<number[]>((resolve) => {
          const seen = new Set<number>()
          const look = () => {
            seen.add(document.querySelectorAll(tag).length)
            const isGone = !document.querySelector(
              '#content:not(.ng-leave) [aria-label="Consulta de Crédito"]',
            )
            if (isGone) resolve([...seen])
            else requestAnimationFrame(look)
          }
          look()
        }),
      host,
    )
    expect(counts).toEqual([1])
    await panel.shows(cpf)
  })

  test('a page that removes strangers: back within 300 ms, once', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    const { away, count } = await page.evaluate(
      (tag) =>
        new Promise<{ away: number; count: number }>((resolve) => {
          document.querySelector(tag)!.remove()
          const begun = performance.now()
          new MutationObserver((_records, observer) => {
            const count = document.querySelectorAll(tag).length
            if (count === 0) return
            observer.disconnect()
            resolve({ away: performance.now() - begun, count })
          }).observe(document.body, { childList: true })
        }),
      host,
    )
    expect(count).toBe(1)
    expect(away).toBeLessThan(300)
    await panel.shows(cpf)
  })

  test('from customer to customer with answers out of order: never one’s name with the other’s document', async () => {
    await open(recordPath, { delay: 300, answers: 'reversed' })
    await panel.shows(cpf)
    const seen: { id: string; text: string }[] = []
    const [first, second] = clients
    for (const { id_cliente: id } of [second!, first!, second!]) {
      await page.evaluate((next) => (window as unknown as PageWindow).hubsoftPages.go(next, 'cadastro'), id)
      for (let look = 0; look < 15; look += 1) {
        const at = new URL(page.url()).pathname.split('/')[3]!
        seen.push({ id: at, text: await panel.text() })
      }
    }
    await panel.shows(second!.nome_razaosocial)
    for (const { id, text } of seen) {
      const others = clients.filter((client) => String(client.id_cliente) !== id)
      for (const other of others) expect(text).not.toContain(other.nome_razaosocial)
    }
  })
})

test('G66 · frames: one panel, one tab per click', async () => {
  await open(recordPath, { frames: 'on' })
  await panel.shows(cpf)
  expect(page.frames().length).toBeGreaterThanOrEqual(5)
  const counts = await Promise.all(page.frames().map((frame) => frame.locator(host).count()))
  expect(counts.reduce((sum, count) => sum + count)).toBe(1)
  const before = ownPages()
  const tab = await openedPage(browser.context, () => panel.press(words.query))
  await panel.shows(words.opened)
  expect(ownPages()).toBe(before + 1)
  await tab.close()
})

test.each<Switches>([
  { rem: '62.5%' },
  { rem: '24px' },
  { css: 'hostile' },
  { rem: '24px', css: 'hostile', uppercase: 'on' },
  { csp: 'style' },
  { csp: 'strict' },
])('G68 · the page’s styles do not reach the panel: %j', async (switches) => {
  await open(recordPath, switches)
  await panel.shows(cpf)
  for (const name of [words.query, words.type]) {
    const { height, style } = await panel.look(name)
    expect(height).toBeGreaterThanOrEqual(28)
    expect(style).toMatchObject({
      'font-size': '13px',
      display: 'block',
      'box-sizing': 'border-box',
      'text-transform': 'none',
    })
  }
  expect((await panel.look(words.query)).style['background-color']).toBe('rgb(11, 93, 59)')
})

describe('attack 26 · scripts of the page and the panel', () => {
  test('see nothing of its inside and press nothing', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    const before = ownPages()
    const found = await page.evaluate((tag) => {
      const element = document.querySelector(tag)!
      const { left, top, width, height } = element.getBoundingClientRect()
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
        for (let y = top; y < top + height; y += 8) {
          for (let x = left; x < left + width; x += 16) {
            const target = document.elementFromPoint(x, y) ?? element
            target.dispatchEvent(
              new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }),
            )
          }
        }
      }
      ;(element as HTMLElement).click()
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))
      return { root: element.shadowRoot, text: element.textContent, html: element.outerHTML }
    }, host)
    expect(found).toMatchObject({ root: null, text: '' })
    expect(found.html).not.toContain('731')
    await page.bringToFront()
    const tab = await openedPage(browser.context, () => panel.press(words.query))
    expect(ownPages()).toBe(before + 1)
    await tab.close()
  })

  test('Escape in the panel does not close the ERP’s dialog, and is no hotkey', async () => {
    await open(recordPath, { alert: 'on', hotkeys: 'on' })
    await page.locator('md-dialog').waitFor()
    await panel.shows(cpf)
    await panel.press(words.minimise)
    await panel.press(words.open)
    await page.keyboard.press('Escape')
    expect(await page.locator('md-dialog').count()).toBe(1)
    expect(await page.evaluate(() => (window as unknown as PageWindow).hubsoftPages.hotkeys)).toEqual([])
    expect(await page.locator(host).getAttribute('aria-hidden')).toBeNull()
  })
})

/** The selection that the page told last. */
const told = async () => {
  const worker = await browser.worker()
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Browser }
    const { selection } = await chrome.storage.session.get('selection')
    return (selection as { text: string } | undefined)?.text ?? ''
  })
}

describe('the selection', () => {
  test('G29 · in a field of the page', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    // The mask of the document's own field takes a selection away when the field gets the focus.
    await page.fill('input[name="rg"]', cpf)
    await page.locator('input[name="rg"]').selectText()
    await expect.poll(told).toBe(cpf)
  })
})

describe('G59 · the extension is reloaded under an open record', () => {
  test('a press says F5; nothing opens; no error repeats', async () => {
    await open(recordPath)
    await panel.shows(cpf)
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    const worker = await browser.worker()
    const ended = new Promise((resolve) => {
      worker.once('close', resolve)
    })
    await worker
      .evaluate(() => (globalThis as unknown as { chrome: Browser }).chrome.runtime.reload())
      .catch(() => undefined)
    await ended
    const before = ownPages()
    // The panel may have noticed by itself, and have no such button any more.
    await panel.press(words.query).catch(() => undefined)
    await panel.shows(words.updated)
    await page.evaluate(() => (window as unknown as PageWindow).hubsoftPages.go(11944, 'cadastro'))
    await panel.shows(words.updated)
    expect(await panel.buttons()).toEqual([words.close])
    expect(ownPages()).toBe(before)
    expect(complaints).toEqual([])
    await panel.press(words.close)
    await expect.poll(() => panel.count()).toBe(0)
  })
})
