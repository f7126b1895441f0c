import { describe, expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { clients } from '../../simulators/hubsoft-pages/clients.ts'
import type { Switches } from '../../simulators/hubsoft-pages/switches.ts'
import type { PageWindow } from '../hubsoft-pages/pages-in-browser.ts'
import { recordPath } from './erp-bench.ts'
import type { ErpBench } from './erp-bench.ts'

const words = texts('pt-BR').erp.panel
/** No document that can be trusted. */
const none = ''
const cpf = '731.640.258-07'
const [first, second] = clients as [(typeof clients)[0], (typeof clients)[0]]

/** What the panel reads of a customer’s record. */
export const record = (bench: ErpBench): void => {
  /** Puts the panel away and opens it again, which reads the page. */
  const readAgain = async () => {
    await bench.tab.panel.press(words.minimise)
    await bench.tab.panel.press(words.open)
  }
  const headerStands = () =>
    bench.tab.until(() => document.querySelector('#content:not(.ng-leave) hubsoft-cliente-cabecalho h2'))

  describe('one page, its document written in all ways', () => {
    type Way = NonNullable<Switches['document']>

    const present = (way: Way) =>
      bench.tab.inPage((next) => (window as unknown as PageWindow).hubsoftPages.presentDocument(next), way)

    test('the panel names person and document, and proposes them to the report tab', async () => {
      const { tab, browser } = bench
      await tab.open(recordPath)
      await tab.panel.shows(`MARIA EXEMPLO DA SILVA ${cpf}`)
      const { url, draft } = await browser.opened(() => tab.panel.press(words.query))
      expect(url).toMatch(/\/report\.html\?draft=[0-9a-f-]{36}$/)
      expect(draft).toEqual({ document: cpf, name: 'MARIA EXEMPLO DA SILVA' })
      await tab.panel.shows(words.opened)
    })

    // In this order each one shows something else than the one before.
    test.each<[Way, string]>([
      ['alphanumeric-cnpj', '0K.7M2.Q9R/0001-05'],
      ['form-only', cpf],
      ['numeric-cnpj', '04.718.253/0001-56'],
      ['bare-labelled', cpf],
      ['masked', words.masked],
      ['split-spans', cpf],
      ['bare-unlabelled', none],
      ['nbsp', cpf],
      ['empty-mask', none],
    ])('behaviour 10 · %s', async (way, expected) => {
      const { tab } = bench
      await present(way)
      if (expected !== none) return tab.panel.shows(expected)
      await tab.panel.shows(new RegExp(`${words.reading}|${words.noDocument}`))
      await headerStands()
      await readAgain()
      expect(await tab.panel.text()).not.toMatch(/\d{3}/)
    })

    test('behaviour 10 · the kind of person changes: the other document', async () => {
      const { tab } = bench
      await present('person-switch')
      await tab.panel.shows(cpf)
      await tab.click('md-radio-button[value="juridica"]')
      await tab.panel.shows('04.718.253/0001-56')
      expect(await tab.panel.text()).not.toContain(cpf)
    })

    test('behaviour 16 · no document at all: the panel says so, and a person types', async () => {
      const { tab, browser } = bench
      await present('absent')
      await tab.panel.shows(words.noDocument)
      const { draft } = await browser.opened(() => tab.panel.press(words.type))
      expect(draft).toEqual({ document: null })
    })
  })

  test('behaviour 1 · the record answers after its grid: the panel says that it reads, then what it has read', async () => {
    const { tab, pages } = bench
    const answer = pages.hold('/api/v1/cliente/11943')
    await tab.open('/cliente/editar/11943/financeiro')
    await tab.panel.shows(words.reading)
    await tab.until(() => document.querySelector('hubsoft-cliente-financeiro-cobranca tbody tr'))
    expect(await tab.panel.text()).not.toMatch(/\d{3}/)
    answer()
    await tab.panel.shows(cpf)
    expect(await tab.panel.count()).toBe(1)
  })

  test('behaviour 7 · from customer to customer with answers out of order: never one’s name or document with the other’s address', async () => {
    const { tab, go } = bench
    await tab.open(recordPath, { delay: 300, answers: 'reversed' })
    const seen: { id: string; text: string }[] = []
    for (const { id_cliente: id } of [second, first, second, first, second]) {
      await go(id)
      for (let look = 0; look < 12; look += 1) {
        const at = await tab.inPage(() => location.pathname.split('/')[3]!)
        seen.push({ id: at, text: await tab.panel.text() })
      }
    }
    await tab.panel.shows(second.nome_razaosocial)
    expect(await tab.panel.text()).toContain('907.315.826-59')
    const wrong = seen.filter(({ id, text }) =>
      [first, second].some(
        (client) => String(client.id_cliente) !== id && text.includes(client.nome_razaosocial),
      ),
    )
    expect(wrong).toEqual([])
    expect(seen.filter(({ id, text }) => id === '11944' && text.includes(cpf))).toEqual([])
  })

  test('behaviour 8 · a width of 1024: folded columns, texts that stand twice; the panel fits', async () => {
    const { tab, go } = bench
    await tab.resize(1024, 768)
    await tab.open('/cliente')
    await tab.click('table.dataTable.collapsed tbody tr td.dtr-control')
    await tab.until(() => document.querySelector('tr.child ul.dtr-details'))
    await tab.panel.shows(words.title)
    expect(await tab.panel.buttons()).toEqual([words.open])
    await go(11943)
    await tab.panel.shows(cpf)
    const box = await tab.panel.inside((root) => root.host.getBoundingClientRect().toJSON() as DOMRect)
    expect(box!.left).toBeGreaterThanOrEqual(0)
    expect(box!.right).toBeLessThanOrEqual(1024)
    expect(box!.bottom).toBeLessThanOrEqual(768)
    expect(await tab.inPage(() => document.documentElement.scrollWidth)).toBe(1024)
    await tab.resize(1366, 768)
  })

  describe('a page where everything misleads', () => {
    test('behaviour 20 · capitals by CSS are not read as the text', async () => {
      const { tab } = bench
      await tab.open(recordPath, {
        uppercase: 'on',
        twin: 'on',
        lookalikes: 'on',
        permission: 'none',
        document: 'split-spans',
      })
      await tab.panel.shows(`MARIA EXEMPLO DA SILVA ${cpf} ${words.query}`)
      expect((await tab.panel.look(words.query)).style['text-transform']).toBe('none')
    })

    test('behaviour 9 · another customer’s document in a tab that is closed, and a label that stands twice', async () => {
      const { tab } = bench
      const twin = '907.315.826-59'
      expect(await tab.inPage((text) => document.body.textContent.includes(text), twin)).toBe(true)
      expect(await tab.panel.text()).not.toContain(twin)
    })

    test('behaviour 11 · numbers that only look like documents are none', async () => {
      const { tab } = bench
      expect(await tab.inPage(() => document.querySelector('hs-lookalikes')!.textContent)).toContain(
        '27455400098',
      )
      expect((await tab.panel.text()).match(/\d{3}\.?\d{3}/g)).toEqual(['731.640'])
    })

    test('behaviour 16 · a person who may not query: no anchor in the page, the panel stands all the same', async () => {
      const { tab } = bench
      const anchors = () => document.querySelectorAll('[aria-label="Consulta de Crédito"]').length
      expect(await tab.inPage(anchors)).toBe(0)
      expect(await tab.panel.buttons()).toContain(words.query)
    })
  })

  test('behaviour 11 · several documents with labels: a person chooses, nothing is chosen before', async () => {
    const { tab } = bench
    await tab.open(recordPath, { labelled: 'on' })
    await tab.panel.shows(words.several)
    const found = await tab.panel.inside((root) =>
      [...root.querySelectorAll('label')].map((label) => label.textContent.trim()),
    )
    expect(found).toEqual(expect.arrayContaining([cpf, '012.345.098-57', 'AB.12C.D34/0001-84']))
    expect(await tab.panel.inside((root) => root.querySelectorAll(':checked').length)).toBe(0)
    const isDisabled = await tab.panel.inside(
      (root) => root.querySelector<HTMLButtonElement>('button.main')!.disabled,
    )
    expect(isDisabled).toBe(true)
  })
}
