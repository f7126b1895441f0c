import { findDocuments } from '../../../shared/find-documents.ts'
import type { Grid, GridRow } from '../erp.ts'
import { headingsOf, numberColumn } from './selected-invoices.ts'
import { codeBeforeName, documentLabel, nameHeading, otherParty, selectors } from './selectors.ts'
import { shownView } from './shown-view.ts'

const longestName = 120

/** `cells` are those of a whole row, as many as the grid has headings. */
type Read = (cells: HTMLCollectionOf<HTMLTableCellElement>) => GridRow | null

const nameIn = (cell: HTMLElement | undefined): string | null => {
  const text = cell?.textContent.replace(codeBeforeName, '').replace(/\s+/g, ' ').trim() ?? ''
  return /\p{L}/u.test(text) ? text.slice(0, longestName) : null
}

/** The one document of a row. Covered ones, several, and look-alike spellings are no certain document; the heading rules out a phone. */
const documentRead = (headings: string[]): Read | null => {
  const columns = [...headings.keys()].filter(
    (at) => documentLabel.test(headings[at] ?? '') && !otherParty.test(headings[at] ?? ''),
  )
  if (columns.length === 0) return null
  const name = headings.findIndex((heading) => nameHeading.test(heading))
  return (cells) => {
    const shown = columns.flatMap((at) => cells[at] ?? []).filter((cell) => cell.checkVisibility())
    const found = shown.flatMap((cell) =>
      findDocuments(cell.textContent, { labelled: true }).map((finding) => ({ cell, finding })),
    )
    const [only] = found
    if (found.length !== 1 || only?.finding.kind !== 'document') return null
    const { cell, finding } = only
    if (finding.doubts.includes('normalised')) return null
    return { kind: 'document', cell, document: finding.value, name: nameIn(cells[name]) }
  }
}

const invoiceRead = (table: HTMLTableElement, headings: string[]): Read | null => {
  const column = table.closest(selectors.noInvoices) ? -1 : numberColumn(headings)
  if (column === -1) return null
  return (cells) => {
    const cell = cells[column]
    const id = cell?.textContent.trim() ?? ''
    return cell?.checkVisibility() && /^\d{1,20}$/.test(id) ? { kind: 'invoice', cell, id } : null
  }
}

const gridsOf = (table: HTMLTableElement): Grid[] => {
  const headings = headingsOf(table)
  const reads = [documentRead(headings), invoiceRead(table, headings)].filter((read) => read !== null)
  return reads.flatMap((read) =>
    [...table.tBodies].map((body) => ({
      rows: body.children as HTMLCollectionOf<HTMLElement>,
      // DataTables folds columns into a row below, and one cell says that there is nothing: those rows have other cells.
      read: (row) =>
        row instanceof HTMLTableRowElement && row.cells.length === headings.length ? read(row.cells) : null,
    })),
  )
}

/** The visible grids of customers and invoices, by the headings of their columns: tenants order the columns as they like. */
export const grids = (page: ParentNode): Grid[] => {
  const view = shownView(page)
  if (!view) return []
  return [...view.querySelectorAll('table')]
    .filter((table) => {
      const none = table.closest(selectors.noGrids)
      return !(none && view.contains(none)) && table.checkVisibility({ visibilityProperty: true })
    })
    .flatMap(gridsOf)
}
