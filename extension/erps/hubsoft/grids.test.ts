// @own-process: it needs a DOM
import { describe, expect, test } from 'vitest'
import { grids } from './grids.ts'

const row = (cells: string[], attributes = '') =>
  `<tr ${attributes}>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`
const table = (headings: string[], rows: string[]) =>
  `<table><thead>${row(headings.map((heading) => `<td>${heading}</td>`))}</thead><tbody>${rows.join('')}</tbody></table>`
const show = (content: string, attributes = ''): void => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = `<md-content ui-view="content" ${attributes}>${content}</md-content>`
}

/** What every row of every grid says, without its cell. */
const read = () =>
  grids(document).map((grid) =>
    Array.from(grid.rows, (each) => {
      const said = grid.read(each)
      return said && (said.kind === 'document' ? [said.document, said.name] : [said.id])
    }),
  )

const headings = ['Código', 'Nome / Razão Social', 'CPF/CNPJ', 'Telefone']
const maria = ['1162', 'MARIA EXEMPLO', '731.640.258-07', '(35) 99870-0000']

describe('people and companies', () => {
  test('by the column for CPF/CNPJ, wherever it stands, with their names', () => {
    show(
      table(headings, [
        row(maria),
        row(['1165', 'PADARIA NOVA ERA', '0K7M2Q9R000105', '']),
        row(['1167', 'JOÃO ZERO', '00482193719', '']),
      ]),
    )
    expect(read()).toEqual([
      [
        ['73164025807', 'MARIA EXEMPLO'],
        ['0K7M2Q9R000105', 'PADARIA NOVA ERA'],
        ['00482193719', 'JOÃO ZERO'],
      ],
    ])
    show(table(['CPF', 'Cliente'], [row(['907.315.826-59', '1163 - JOSÉ MODELO'])]))
    expect(read()).toEqual([[['90731582659', 'JOSÉ MODELO']]])
  })

  test('headings in capitals; a column that only numbers the customer is no name', () => {
    show(table(['Código do Cliente', 'CPF/CNPJ'], [row(['1162', '731.640.258-07'])]))
    expect(read()).toEqual([[['73164025807', null]]])
  })

  test('the cell of the document, where the chip stands', () => {
    show(table(headings, [row(maria)]))
    const [grid] = grids(document)
    expect(grid?.read(grid.rows[0]!)?.cell.textContent).toBe('731.640.258-07')
  })

  test.each<[string, string[]]>([
    ['a masked document (case G28)', ['1162', 'MARIA', '***.640.258-**', '']],
    ['wrong check digits', ['1162', 'MARIA', '731.640.258-08', '']],
    ['two documents', ['1162', 'MARIA', '731.640.258-07 907.315.826-59', '']],
    ['look-alike letters (case G27)', ['1162', 'MARIA', '73I.640.258-07', '']],
    ['an empty cell', ['1162', 'MARIA', '', '']],
    ['a hidden column', ['1162', 'MARIA', '<td style="display:none">731.640.258-07</td>', '']],
    ['one cell that says that there is nothing', ['<td colspan="4">731.640.258-07</td>']],
  ])('%s says nothing certain', (_what, cells) => {
    show(table(headings, [row(cells)]))
    expect(read()).toEqual([[null]])
  })

  test('behaviour 8 · columns that are folded into a row below count once', () => {
    const child = row(
      ['<td colspan="4"><ul class="dtr-details"><li>CPF/CNPJ 731.640.258-07</li></ul></td>'],
      'class="child"',
    )
    show(table(headings, [row(maria), child]))
    expect(read()).toEqual([[['73164025807', 'MARIA EXEMPLO'], null]])
  })

  test.each([
    ['a beneficiary is no customer', 'CNPJ do beneficiário'],
    ['nor is what issues the invoice', 'CNPJ Emitente'],
    ['a phone that passes the check digits', 'Telefone'],
    ['the number of a slip', 'Nº do documento'],
  ])('%s', (_what, heading) => {
    show(table(['Nome', heading], [row(['MARIA', '731.640.258-07'])]))
    expect(read()).toEqual([])
  })
})

describe('invoices', () => {
  const invoiceHeadings = ['', 'ID', 'Vencimento', 'Nosso Número']
  const one = row(['', '816602', '10/10/2026', '27455400098'])

  test('by the number that the ticked ones are read by', () => {
    show(table(invoiceHeadings, [one, row(['', 'Total', '', ''])]))
    expect(read()).toEqual([[['816602'], null]])
  })

  test('charges have other numbers', () => {
    show(
      `<hubsoft-cliente-financeiro-cobranca>${table(invoiceHeadings, [one])}</hubsoft-cliente-financeiro-cobranca>`,
    )
    expect(read()).toEqual([])
  })

  test('a list of everybody’s invoices says both, each by its own column', () => {
    show(table(['Fatura', 'Cliente', 'CPF/CNPJ'], [row(['816602', 'MARIA EXEMPLO', '731.640.258-07'])]))
    expect(read()).toEqual([[['73164025807', 'MARIA EXEMPLO']], [['816602']]])
  })
})

describe('grids that are none', () => {
  const list = table(headings, [row(maria)])
  test.each([
    ['a credit report', `<hubsoft-relatorio>${list}</hubsoft-relatorio>`],
    ['a closed tab', `<md-tab-content>${list}</md-tab-content>`],
    ['a hidden twin', `<div aria-hidden="true">${list}</div>`],
    ['a dialog', `<md-dialog>${list}</md-dialog>`],
    ['a hidden table', `<div style="display:none">${list}</div>`],
    ['a table without headings', `<table><tbody>${row(maria)}</tbody></table>`],
  ])('%s', (_what, content) => {
    show(content)
    expect(read()).toEqual([])
  })

  test('a view that leaves, and tables beside the view', () => {
    show(list, 'class="ng-leave"')
    expect(read()).toEqual([])
    document.body.append(document.createElement('section'))
    expect(read()).toEqual([])
  })
})
