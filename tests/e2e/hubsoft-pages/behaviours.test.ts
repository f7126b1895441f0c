import { describe, expect, test } from 'vitest'
import type { PageWindow } from './pages-in-browser.ts'
import { creditButton, header, pagesInBrowser, recordPath } from './pages-in-browser.ts'

const { complaints, headerText, inPage, open, page, shown } = pagesInBrowser()

describe('behaviours', () => {
  test('delay: the grid stands before the header', async () => {
    await open('/cliente/editar/11943/financeiro', { delay: 1500 })
    await shown('hubsoft-cliente-financeiro-cobranca tbody tr')
    expect(await page().$(`${header} h2`)).toBeNull()
    expect(await headerText()).toContain('1162')
  })

  test('while the view changes, two records are in the DOM', async () => {
    await open(recordPath)
    await headerText()
    await page().evaluate(() => {
      const seen: string[][] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        seen.push(
          [...document.querySelectorAll('#cliente-editar')].map(
            (each) => each.getAttribute('data-cliente') ?? '',
          ),
        )
      }).observe(document.body, { childList: true, subtree: true, attributes: true })
    })
    await inPage((window) => window.hubsoftPages.go(11944, 'cadastro'))
    await page().waitForFunction(() => document.querySelectorAll('#cliente-editar').length === 1)
    const seen = await page().evaluate<string[][]>('window.seen')
    expect(seen.map((ids) => ids.toSorted().join())).toContain('11943,11944')
  })

  test('answers=reversed: the second client is shown though the first answers later', async () => {
    await open(recordPath, { answers: 'reversed' })
    await page().waitForFunction('window.hubsoftPages')
    await inPage((window) => window.hubsoftPages.go(11944, 'cadastro'))
    const late = page().waitForResponse(/\/cliente\/11943/)
    expect(await headerText()).toContain('JOSÉ MODELO')
    await late
    expect(await headerText()).toContain('JOSÉ MODELO')
  })

  test('churn: every row is another one, and the selection is gone', async () => {
    await open('/cliente/editar/11943/financeiro#faturas', { churn: 500 })
    const row = await page().waitForSelector('hubsoft-cliente-financeiro-fatura tbody tr')
    await page().click('hubsoft-cliente-financeiro-fatura md-checkbox')
    await row.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          const look = (): unknown => (element.isConnected ? requestAnimationFrame(look) : resolve())
          look()
        }),
    )
    // The press may have met the next row: then that one goes too.
    await expect.poll(() => page().locator('md-checkbox[aria-checked="true"]').count()).toBe(0)
  })

  test.each(['same-task', 'two-tasks'] as const)(
    'swap=%s puts another header in the place of the old',
    async (swap) => {
      await open(recordPath)
      const old = await page().waitForSelector(creditButton)
      await page().evaluate(() => {
        const counts: number[] = []
        Object.assign(window, { counts })
        new MutationObserver(() => {
          counts.push(document.querySelectorAll('hubsoft-cliente-cabecalho h2').length)
        }).observe(document.body, { childList: true, subtree: true })
      })
      await page().evaluate((mode) => (window as unknown as PageWindow).hubsoftPages.swapHeader(mode), swap)
      await shown(creditButton)
      expect(await old.evaluate((element) => element.isConnected)).toBe(false)
      const gaps = (await page().evaluate<number[]>('window.counts')).filter((count) => count === 0)
      // A busy machine may draw the gap in more than one look.
      expect(gaps.length > 0).toBe(swap === 'two-tasks')
      expect(await headerText()).toContain('1162 - MARIA')
      expect(complaints()).toEqual([])
    },
  )

  test('swaps end, and the anchor can stay away after them', async () => {
    await open(recordPath, { swap: 'same-task', swaps: 3, swapEvery: 100, anchor: 'gone-after-swaps' })
    await shown(creditButton)
    await page().waitForSelector(creditButton, { state: 'detached' })
    expect(await headerText()).toContain('1162 - MARIA')
  })

  test('nuke removes what the page does not know, and only that', async () => {
    await open(recordPath, { nuke: 'on', alert: 'on', frames: 'on' })
    await shown('md-dialog')
    await page().evaluate(() => document.body.append(document.createElement('stranger-element')))
    await page().waitForSelector('stranger-element', { state: 'detached' })
    expect(await page().locator('md-dialog, iframe').count()).toBe(5)
    expect(await inPage((window) => window.hubsoftPages.nuke())).toEqual([])
  })

  test('alert: the dialog hides its siblings from readers and closes with Escape', async () => {
    await open(recordPath, { alert: 'on' })
    await shown('md-dialog')
    await expect.poll(() => page().getAttribute('body > [ui-view="main"]', 'aria-hidden')).toBe('true')
    // Over the page lies what keeps it from scrolling; whether the body is fixed too depends on its height at that moment.
    await expect.poll(() => page().locator('.md-scroll-mask').count()).toBe(1)
    await page().keyboard.press('Escape')
    await expect.poll(() => page().locator('md-dialog').count()).toBe(0)
  })

  test('toasts and clock make noise', async () => {
    await open(recordPath, { toasts: 20, clock: 'on' })
    await shown('md-toast')
    const first = await page().textContent('.clock')
    await expect.poll(() => page().textContent('.clock'), { timeout: 5000 }).not.toBe(first)
    await expect
      .poll(() => page().textContent('md-toast'), { timeout: 10_000 })
      .toMatch(/Cobrança ([4-9]|1\d|20) /)
  })

  test('twin: the label stands twice and an inactive tab holds the CPF of another', async () => {
    await open(recordPath, { twin: 'on', document: 'absent' })
    await shown('md-tab-item')
    const labels = await page()
      .locator('md-tab-item:has-text("Negativação"), md-dummy-tab:has-text("Negativação")')
      .count()
    expect(labels).toBe(2)
    expect(await page().content()).toContain('907.315.826-59')
    expect(await page().locator('.referral').isVisible()).toBe(false)
  })

  test('neg=tab and permission=none take Negativação out of the tabs of the record', async () => {
    await open(recordPath)
    await shown('li.md-nav-item:has-text("Negativação")')
    await open(recordPath, { neg: 'tab' })
    await shown('md-tab-item:has-text("Negativação")')
    expect(await page().locator('li.md-nav-item:has-text("Negativação")').count()).toBe(0)
    await open(recordPath, { permission: 'none' })
    await headerText()
    expect(await page().locator('li.md-nav-item:has-text("Negativação")').count()).toBe(0)
    expect(await page().locator('[aria-label="Consulta de Crédito"]').count()).toBe(0)
  })
})
