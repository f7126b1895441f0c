/**
 * The hooks in HubSoft's pages: names and roles that other people's automation shows to be stable. The
 * header's markup is INFERRED: without it the panel offers typing. Numbered ids (`input_187`) are never used.
 */
export const selectors = {
  /** ui-router shows the route's view here; during the animation the old one stands beside the new one. */
  view: '[ui-view="content"]:not(.ng-leave)',
  header: '.header',
  title: 'h2',
  field: 'md-input-container',
  /** Parts of the record whose documents are somebody else's, or not shown: closed tabs, reports, twins. */
  foreign: '[aria-hidden="true"], md-tab-content:not(.md-active), table, iframe, hubsoft-relatorio',
  /** A ticked box is told by this attribute; Material's box is no input. */
  ticked: 'tbody md-checkbox[aria-checked="true"]',
  headings: 'thead tr:last-of-type > *',
  /** Never read for invoices: charges, whose numbers are others (cobrança is not fatura), and tabs that are closed. */
  noInvoices: 'hubsoft-cliente-financeiro-cobranca, md-tab-content:not(.md-active)',
} as const

/** The heading of a column that can only hold an invoice's number. */
export const invoiceHeading = /^(?:(?:id|c[óo]digo|n[ºo°.]*|n[úu]mero|#)\s*(?:da\s+)?)?fatura$/i

/** The heading of the number of whatever the grid lists: an invoice's where `slipHeading` stands beside it. */
export const plainHeading = /^(?:id|#|c[óo]digo)$/i

/** "Nosso número" is the bank's number of an invoice's slip; nothing but an invoice has one. */
export const slipHeading = /^nosso\s+n[úu]mero$/i

/** A field for the customer's document; no `\b`, which fails on `cpf_cnpj`. */
export const documentLabel = /cpf|cnpj/i

/** HubSoft writes the customer's code before the name: `1162 - MARIA EXEMPLO`. */
export const codeBeforeName = /^\s*\d+\s*-\s*/
