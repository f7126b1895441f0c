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
  foreign:
    '[aria-hidden="true"], md-tab-content:not(.md-active), table, iframe, md-dialog, hubsoft-relatorio',
  /** What the look for labelled texts passes over besides `foreign`: what is read otherwise, and what is code or being written. */
  noText:
    '.header, md-input-container, script, style, template, noscript, textarea, [contenteditable], code, pre',
  /** A block whose words tell whose its documents are. */
  block: 'md-card',
  /** A ticked box is told by this attribute; Material's box is no input. */
  ticked: 'tbody md-checkbox[aria-checked="true"]',
  headings: 'thead tr:last-of-type > *',
  /** Never read for invoices: charges, whose numbers are others (cobrança is not fatura), and tabs that are closed. */
  noInvoices: 'hubsoft-cliente-financeiro-cobranca, md-tab-content:not(.md-active)',
  /** Grids that are nobody's list: twins, closed tabs, dialogs, reports. */
  noGrids: 'md-dialog, [aria-hidden="true"], md-tab-content:not(.md-active), hubsoft-relatorio',
  /** The toolbar's names are the template's. */
  shortcuts: '#toolbar ms-shortcuts',
  toolbarRow: '#toolbar > div',
  toolbar: '#toolbar',
  /** The credit query among them is told by `creditLabel`. */
  labelledButton: 'button[aria-label]',
  recordBar: 'md-toolbar, .header',
  /** CSS cannot ask for a beginning of a name. */
  recordPart:
    'hubsoft-cliente-cadastro, hubsoft-cliente-servico, hubsoft-cliente-financeiro, hubsoft-cliente-financeiro-cobranca, hubsoft-cliente-negativacao, hubsoft-cliente-ordem-servico',
  /** What paints the page's ground. */
  ground: '#content, #content-container, body, html',
} as const

/** The heading of a column that can only hold an invoice's number. */
export const invoiceHeading = /^(?:(?:id|c[óo]digo|n[ºo°.]*|n[úu]mero|#)\s*(?:da\s+)?)?fatura$/i

/** The heading of the number of whatever the grid lists: an invoice's where `slipHeading` stands beside it. */
export const plainHeading = /^(?:id|#|c[óo]digo)$/i

/** "Nosso número" is the bank's number of an invoice's slip; nothing but an invoice has one. */
export const slipHeading = /^nosso\s+n[úu]mero$/i

/** A field for the customer's document; no `\b`, which fails on `cpf_cnpj`. */
export const documentLabel = /cpf|cnpj/i

/** Words beside a document that is not the customer's: of boletos, Pix codes, invoices and credit reports. */
export const otherParty =
  /benefici[aá]ri|cedente|credor|sacador|emitente|emissor|prestador|nosso\s+n[uú]mero|c[oó]digo de barras|linha digit[aá]vel|bcb\.pix|resultado da consulta|serasa|\bspc\b/i

/** HubSoft writes the customer's code before the name: `1162 - MARIA EXEMPLO`. */
export const codeBeforeName = /^\s*\d+\s*-\s*/

/** The label of the ERP's own credit query; capitals by the tenant, the accent by chance. */
export const creditLabel = /cr[ée]dito/i

/** The column that holds a person's or company's name; "Código do Cliente" only numbers him. */
export const nameHeading = /nome|raz[ãa]o|^cliente$/i

/** Material's class of a dark theme: `md-dark-theme`. */
export const darkTheme = /\bmd-[\w-]*(?:dark|night|escur|noite)[\w-]*-theme\b/i
