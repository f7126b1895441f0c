import type { Erp, Grid, GridRow, Route } from '../../../extension/erps/erp.ts'
import { mostSelected } from '../../../extension/erps/erp.ts'
import type { Document } from '../../../shared/document.ts'
import type { Finding } from '../../../shared/find-documents.ts'
import { findDocuments } from '../../../shared/find-documents.ts'

// A made-up ERP as far from HubSoft as one can be: whole pages from the server, routes in the query, labels in `<th>`.

const longestName = 120
const documentLabel = /cpf|cnpj/i
const panel = /^(?!portal\.)[a-z0-9-]+\.provedor-facil\.example$/i

const route = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Route => {
  if (pathname.startsWith('/entrar')) return { kind: 'closed' }
  const query = new URLSearchParams(search)
  const id = query.get('codigo') ?? ''
  return query.get('tela') === 'cliente' && /^\d{1,12}$/.test(id)
    ? { kind: 'customer', id, section: query.get('aba') ?? '' }
    : { kind: 'other' }
}

const shown = (page: ParentNode, selector: string): HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  )

const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, longestName)

const findings = (sheet: Element): Finding[] =>
  shown(sheet, 'tr')
    .filter((row) => documentLabel.test(row.querySelector('th')?.textContent ?? ''))
    .flatMap((row) => {
      const text = row.querySelector('input')?.value ?? row.querySelector('td')?.textContent ?? ''
      return findDocuments(text, { labelled: true })
    })

const valuesOf = (found: Finding[]): Document[] => [
  ...new Set(found.flatMap((one) => (one.kind === 'document' ? [one.value] : []))),
]

const readRecord: Erp['readRecord'] = (page) => {
  const [sheet, ...others] = shown(page, '.ficha')
  if (!sheet || others.length > 0) return null
  const found = findings(sheet)
  return {
    root: sheet,
    name: lineOf(sheet.querySelector('caption')?.textContent ?? '') || null,
    documents: valuesOf(found),
    masked: found.some(({ kind }) => kind === 'masked'),
  }
}

const columnOf = (list: HTMLElement, heading: RegExp): number =>
  [...list.querySelectorAll('thead th')].findIndex((cell) => heading.test(cell.textContent.trim()))

const invoiceOf = (row: HTMLElement, column: number): GridRow | null => {
  const cell = (row as HTMLTableRowElement).cells[column]
  const id = cell?.textContent.trim() ?? ''
  return cell && /^\d{1,20}$/.test(id) ? { kind: 'invoice', cell, id } : null
}

const personOf = (row: HTMLElement, column: number, nameColumn: number): GridRow | null => {
  const { cells } = row as HTMLTableRowElement
  const cell = cells[column]
  const [document] = cell ? valuesOf(findDocuments(cell.textContent, { labelled: true })) : []
  const name = lineOf(cells[nameColumn]?.textContent ?? '') || null
  return cell && document ? { kind: 'document', cell, document, name } : null
}

const gridOf = (list: HTMLElement): Grid[] => {
  const rows = list.querySelectorAll<HTMLElement>('tbody tr')
  const [invoice, person, name] = [/^fatura$/i, documentLabel, /^nome$/i].map((one) => columnOf(list, one))
  if (invoice !== -1) return [{ rows, read: (row) => invoiceOf(row, invoice!) }]
  return person === -1 ? [] : [{ rows, read: (row) => personOf(row, person!, name!) }]
}

const grids = (page: ParentNode): Grid[] => shown(page, 'table.lista').flatMap(gridOf)

const selectedInvoices = (page: ParentNode): string[] => {
  const rows = grids(page).flatMap((grid) =>
    Array.from(grid.rows)
      .filter((row) => row.querySelector('input:checked'))
      .slice(0, mostSelected)
      .filter((row) => row.checkVisibility({ visibilityProperty: true }))
      .map((row) => grid.read(row)),
  )
  const ids = rows.flatMap((row) => (row?.kind === 'invoice' ? [row.id] : []))
  return [...new Set(ids)].slice(0, mostSelected)
}

/** The second ERP of the contract test. */
export const provedorFacil: Erp<'provedor-facil'> = {
  kind: 'provedor-facil',
  hostPatterns: ['https://*.provedor-facil.example/*', 'http://*.provedor-facil.example/*'],
  recognises: (host) => panel.test(host),
  route,
  readRecord,
  selectedInvoices,
  toolbarAnchor: (page) => {
    const [element] = shown(page, '#topo .atalhos')
    return element ? { element, side: 'inside' } : null
  },
  recordAnchor: (page) => {
    const [element] = shown(page, '.ficha caption')
    return element ? { element, side: 'inside' } : null
  },
  grids,
  isDark: (page) => {
    if (page.querySelector('.tema-escuro')) return true
    return page.querySelector('.tema-claro') ? false : null
  },
}
