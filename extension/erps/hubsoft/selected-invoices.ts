import { mostSelected } from '../erp.ts'
import { invoiceHeading, plainHeading, selectors, slipHeading } from './selectors.ts'

/** What stands over the columns of a grid. Only its head is looked at: it may have thousands of rows. */
export const headingsOf = ({ tHead }: HTMLTableElement): string[] =>
  [...(tHead?.querySelectorAll(selectors.headings) ?? [])].map(({ textContent }) => textContent.trim())

/** The place of the invoice's number in the rows of a grid with these headings; -1 in one that does not prove to list invoices. */
export const numberColumn = (headings: string[]): number => {
  const place = headings.findIndex((heading) => invoiceHeading.test(heading))
  if (place !== -1 || !headings.some((heading) => slipHeading.test(heading))) return place
  return headings.findIndex((heading) => plainHeading.test(heading))
}

const ticked = (grid: HTMLTableElement): string[] => {
  const column = numberColumn(headingsOf(grid))
  if (column === -1 || grid.closest(selectors.noInvoices)) return []
  return [...grid.querySelectorAll(selectors.ticked)]
    .slice(0, mostSelected)
    .map((box) => box.closest('tr'))
    .filter((row) => row?.checkVisibility({ visibilityProperty: true }))
    .map((row) => row?.cells[column]?.textContent.trim() ?? '')
    .filter((text) => /^\d{1,20}$/.test(text))
}

/** The invoices of the ticked rows, by the heading of their column: tenants order the columns as they like. */
export const selectedInvoices = (page: ParentNode): string[] => {
  const grids = page.querySelectorAll<HTMLTableElement>(`${selectors.view} table`)
  return [...new Set([...grids].flatMap(ticked))].slice(0, mostSelected)
}
