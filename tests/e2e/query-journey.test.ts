import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from '../../shared/locales/texts.ts'
import { maySkip } from '../setup/tools.ts'
import {
  chooseFromMenu,
  consult,
  createIntegration,
  enableErpSite,
  exportPdf,
  headOffice,
  highlight,
  openErp,
  pairBrowser,
  reportText,
  syncProducts,
  testPair,
} from './journey.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { options, report } = texts('pt-BR')
const cpf = '731.640.258-07'

const wordsOf = (text: string): string[] => text.normalize('NFC').split(/\s+/).filter(Boolean)

/** The words of the sequence in their order, with nothing but other words between them. */
const containsInOrder = (haystack: string[], needles: string[]): string | undefined => {
  let at = 0
  return needles.find((needle) => {
    at = haystack.indexOf(needle, at) + 1
    return at === 0
  })
}

describe('from an empty installation to the PDF of a report', () => {
  let world: World
  let set: Page
  let erp: Page
  let tab: Page
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nada-consta-journey-'))
    world = await startWorld()
    world.connect.reports.set('73164025807', { pages: 6 })
    set = await world.browser.page('options.html')
  })
  afterAll(async () => {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('pairs with the code of the command line', async () => {
    await pairBrowser(set, await world.proxy.pairingCode(), 'Ana – Cobrança')
    expect(await world.proxy.command('clients')).toContain('Ana – Cobrança')
  })

  test('takes both credential pairs and tests each by itself', async () => {
    await createIntegration(set, headOffice(world.connect.accounts[0]!))
    expect(await testPair(set, 'query')).toContain(options.connect.valid)
    expect(await testPair(set, 'pefin')).toContain(options.connect.valid)
    expect(world.connect.ledger.billed).toEqual([])
  })

  test('synchronises the products, the four of PEFIN among them', async () => {
    await syncProducts(set)
    for (const kind of Object.values(options.products.kinds)) {
      await expect.poll(() => set.getByText(kind).count()).toBeGreaterThan(0)
    }
  })

  test('puts its panel into the ERP page once the site is added', async () => {
    await enableErpSite(set)
    erp = await openErp(world.context, world.pages.url('/cliente/editar/11943/cadastro'))
    expect(await erp.locator('nada-consta-panel').count()).toBe(1)
  })

  test('opens the report tab from the context menu of a highlighted CPF', async () => {
    const selected = await highlight(erp, '#content:not(.ng-leave) hubsoft-cliente-cabecalho b')
    expect(selected).toContain(cpf)
    tab = await chooseFromMenu(world.browser, erp, selected)
    await tab.getByText(cpf).first().waitFor()
    expect(tab.url()).toMatch(/\/report\.html\?draft=[0-9a-f-]{36}$/)
    expect(world.connect.ledger.billed).toEqual([])
  })

  test('asks Connect once and shows the answer as it came', async () => {
    await consult(tab, 'CREDNET LIGHT')
    const text = await reportText(tab)
    expect(text).toContain(cpf)
    expect(text).toMatch(/PROTOCOLO|Protocolo/)
    expect(world.connect.ledger.billed).toHaveLength(1)
  })

  test.skipIf(maySkip('pdftotext'))(
    'saves a PDF whose text is the report’s, in order and with its accents',
    async () => {
      const file = join(folder, 'report.pdf')
      // G18: what the export needs is in the package, so it works with the network gone.
      await world.context.setOffline(true)
      const name = await exportPdf(tab, file)
      await world.context.setOffline(false)
      expect(name).toMatch(/^consulta-.*\.pdf$/)
      expect(name).not.toMatch(/731\.?640/)

      const shown = wordsOf(await reportText(tab))
      const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
      const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
      expect(pages).toBeGreaterThanOrEqual(6)
      // The wide table turns the paper, and each page carries a header and a footer.
      expect(pages).toBeLessThanOrEqual(12)
      expect((await stat(file)).size).toBeLessThanOrEqual(pages * 150 * 1024)
      const written = wordsOf(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }))
      expect(written.length).toBeGreaterThan(shown.length * 0.95)
      expect(
        containsInOrder(wordsOf(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })), shown),
      ).toBeUndefined()
    },
  )

  test('warns before the same query is paid again, and opens the kept answer instead', async () => {
    const again = await chooseFromMenu(world.browser, erp, cpf)
    await consult(again, 'CREDNET LIGHT')
    await again.getByRole('button', { name: report.openKept }).click()
    expect(await reportText(again)).toContain(cpf)
    expect(world.connect.ledger.billed).toHaveLength(1)
  })
})
