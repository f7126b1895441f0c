import type { Document } from '../../shared/document.ts'

/** Where an address of the ERP leads. */
export type Route =
  /** Login and the like: nothing of ours may stand there. */
  | { kind: 'closed' }
  /** `section` is the part of the record that the address names, its fragment included (`financeiro#faturas`); empty for none. */
  | { kind: 'customer'; id: string; section: string }
  | { kind: 'other' }

/** What the visible record says about its customer. Read on demand, never kept. */
export interface CustomerRecord {
  name: string | null
  /** Distinct valid documents of labelled fields; more than one means that a person chooses. */
  documents: Document[]
  /** A labelled field shows a document partly covered (case G28). */
  masked: boolean
  /** The element that shows the record; a single-page ERP keeps the last one for a moment after the address changed. */
  root: Element
}

/** Where something of ours may stand inside the page. The page may take it away at any moment; nothing may depend on it. */
export interface Anchor {
  element: Element
  side: 'before' | 'after' | 'inside'
}

/** What one row of a grid says. */
export type GridRow =
  /** A person or company, by the column for CPF/CNPJ. `cell` is where the chip stands. */
  | { kind: 'document'; cell: Element; document: Document; name: string | null }
  /** An invoice, by its number. `cell` is where the mark stands. */
  | { kind: 'invoice'; cell: Element; id: string }

/** A grid of the page that lists customers or invoices. Its rows are read one by one: a page may have thousands. */
export interface Grid {
  rows: ArrayLike<HTMLElement>
  /** Null for a row that says nothing certain. */
  read(row: HTMLElement): GridRow | null
}

/** More ticked rows than this are not read from a page. */
export const mostSelected = 500

/** What the extension knows about one ERP's pages. Pure but for reading the page it is given; it never clicks and never writes. */
export interface Erp<Kind extends string = string> {
  kind: Kind
  /** Host permissions that may be asked for, as match patterns. */
  hostPatterns: readonly string[]
  /** True for a host of a provider's panel; false for its customers' portal, API and manuals. */
  recognises(host: string): boolean
  route(address: Pick<URL, 'pathname' | 'search' | 'hash'>): Route
  /** Null while the page shows no record, or two at once. */
  readRecord(page: ParentNode): CustomerRecord | null
  /** The invoices whose rows a person ticked in a grid that the page shows, `mostSelected` at most. Charges and other rows are none. */
  selectedInvoices(page: ParentNode): string[]
  /** Where the entry stands in the page's top toolbar; null where there is none. */
  toolbarAnchor(page: ParentNode): Anchor | null
  /** Where the way to the panel stands in the visible record; null where nothing fits. */
  recordAnchor(page: ParentNode): Anchor | null
  /** The visible grids with a column that proves what their rows are. Costs as much as the page has grids, not rows. */
  grids(page: ParentNode): Grid[]
  /** Whether the page has a dark look; null when it does not say. */
  isDark(page: ParentNode): boolean | null
}
