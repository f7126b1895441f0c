import type { Document } from '../../shared/document.ts'

export const erpKinds = ['hubsoft'] as const
export type ErpKind = (typeof erpKinds)[number]

/** Where an address of the ERP leads. */
export type Route =
  /** Login and the like: nothing of ours may stand there. */
  { kind: 'closed' } | { kind: 'customer'; id: string } | { kind: 'other' }

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

/** More ticked rows than this are not read from a page. */
export const mostSelected = 500

/** What the extension knows about one ERP's pages. Pure but for reading the page it is given; it never clicks and never writes. */
export interface Erp {
  kind: ErpKind
  /** Host permissions that may be asked for, as match patterns. */
  hostPatterns: readonly string[]
  /** True for a host of a provider's panel; false for its customers' portal, API and manuals. */
  recognises(host: string): boolean
  route(address: Pick<URL, 'pathname' | 'hash'>): Route
  /** Null while the page shows no record, or two at once. */
  readRecord(page: ParentNode): CustomerRecord | null
  /** The invoices whose rows a person ticked in a grid that the page shows, `mostSelected` at most. Charges and other rows are none. */
  selectedInvoices(page: ParentNode): string[]
}
