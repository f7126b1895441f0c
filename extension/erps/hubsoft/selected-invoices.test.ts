// @own-process: it needs a DOM
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { mostSelected } from '../erp.ts'
import { selectedInvoices } from './selected-invoices.ts'

const box = (ticked: boolean) => `<md-checkbox role="checkbox" aria-checked="${ticked}"></md-checkbox>`
const invoiceHeadings = ['', 'ID', 'Vencimento', 'Valor', 'Nosso Número']

interface Row {
  id: string
  ticked?: boolean
  attributes?: string
}

const cell = (heading: string, { id, ticked = true }: Row): string =>
  heading === '' ? box(ticked) : /^(?:nosso|venc|valor)/i.test(heading) ? '27455400098' : id

const grid = (rows: Row[], headings = invoiceHeadings): string => `<table class="dataTable">
  <thead><tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr></thead>
  <tbody>${rows
    .map(
      (row) =>
        `<tr ${row.attributes ?? ''}>${headings.map((heading) => `<td>${cell(heading, row)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody>
</table>`

const show = (content: string, attributes = ''): void => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = `<md-content ui-view="content" ${attributes}>${content}</md-content>`
}
const read = () => selectedInvoices(document)

beforeEach(() => show(''))

test('the ticked rows, each invoice once, in the order of the page', () => {
  show(grid([{ id: '62640' }, { id: '62639', ticked: false }, { id: ' 62638 ' }, { id: '62640' }]))
  expect(read()).toEqual(['62640', '62638'])
})

test.each([
  [['', 'ID', 'Vencimento', 'Nosso Número']],
  [['Nosso número', 'Valor', '#', '']],
  [['Código', '', 'NOSSO  NUMERO']],
  [['', 'Valor', 'Fatura']],
  [['Valor', 'ID Fatura', '']],
  [['', 'Nº da fatura', 'Valor']],
])('the number is found by its heading, never by its place: %j', (headings) => {
  show(grid([{ id: '62636' }], headings))
  expect(read()).toEqual(['62636'])
})

describe('what is no ticked invoice of the page', () => {
  const one = [{ id: '62636' }]
  test.each([
    [
      'a charge: its number is another one',
      `<hubsoft-cliente-financeiro-cobranca>${grid(one)}</hubsoft-cliente-financeiro-cobranca>`,
    ],
    ['a grid that does not prove to list invoices', grid(one, ['', 'ID', 'Nome', 'Cidade'])],
    ['a grid without a number', grid(one, ['', 'Vencimento', 'Nosso Número'])],
    ['a number that is none', grid([{ id: '62636 A' }, { id: '' }, { id: '-62636' }])],
    ['a row that is not shown', grid([{ id: '62636', attributes: 'style="display:none"' }])],
    ['a closed tab', `<md-tab-content>${grid(one)}</md-tab-content>`],
    ['a box that stands in no row of a grid', box(true)],
    [
      'a row with fewer cells',
      '<table><thead><tr><th>Nosso Número</th><th>ID</th></tr></thead><tbody><tr><td>' +
        box(true) +
        '</td></tr></tbody></table>',
    ],
    [
      'the box above all rows',
      `<table><thead><tr><th>${box(true)}</th><th>ID</th><th>Nosso Número</th></tr></thead><tbody></tbody></table>`,
    ],
  ])('%s', (_what, content) => {
    show(content)
    expect(read()).toEqual([])
  })

  test('a view on its way out, and a dialog of the ERP', () => {
    show(grid(one), 'class="ng-leave"')
    document.body.insertAdjacentHTML('beforeend', `<md-dialog>${grid([{ id: '1' }])}</md-dialog>`)
    expect(read()).toEqual([])
  })
})

test('attack 27 · of a page with more than a person ticks no more than the limit is read', () => {
  const looks = vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(true)
  const rows = Array.from({ length: mostSelected + 1 }, (_, index) => ({ id: String(index + 1) }))
  show(grid(rows, ['', 'Fatura']))
  expect(read()).toHaveLength(mostSelected)
  expect(looks).toHaveBeenCalledTimes(mostSelected)
  looks.mockRestore()
})
