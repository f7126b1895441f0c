/** A person as a page shows them; the documents are as written, formatted or not. */
export interface ShownPerson {
  name: string
  documents: readonly string[]
}

export interface ShownInvoice {
  id: string
  isTicked: boolean
}

/** The pages of one ERP, as HTML of a body, for the contract that its adapter keeps. */
export interface ErpPages {
  addresses: {
    closed: readonly string[]
    customers: readonly { address: string; id: string; section: string }[]
    others: readonly string[]
  }
  /** Hosts of panels, and hosts where nothing of ours may stand. */
  panels: readonly string[]
  strangers: readonly string[]
  /** The record of a person, alone on its page. Each document stands under a label. */
  record(person: ShownPerson): string
  /** A record with a labelled field of this name whose value is a property alone. */
  recordWithField: { html: string; input: string }
  /** Records that show a document which is not the customer's, or under no label. */
  leftOut: Readonly<Record<string, (document: string) => string>>
  /** Two records at once, both shown. */
  twoRecords(one: ShownPerson, other: ShownPerson): string
  /** A page of the panel without any record or grid. */
  empty: string
  customers(people: readonly ShownPerson[]): string
  invoices(rows: readonly ShownInvoice[]): string
  /** Grids with numbers and ticked boxes whose rows are no invoices. */
  otherGrids: Readonly<Record<string, (ids: readonly string[]) => string>>
  /** Takes what a page shows out of sight, as this ERP does. */
  hidden(html: string): string
  /** The same page with two elements fit for the anchor, the first of them hidden. */
  toolbarTwice: string
  recordAnchorTwice: string
  /** Pages that show themselves dark, light, or do not say. */
  looks: { dark: string; light: string; silent: string }
}
