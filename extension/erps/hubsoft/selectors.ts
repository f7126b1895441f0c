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
} as const

/** A field for the customer's document; no `\b`, which fails on `cpf_cnpj`. */
export const documentLabel = /cpf|cnpj/i

/** HubSoft writes the customer's code before the name: `1162 - MARIA EXEMPLO`. */
export const codeBeforeName = /^\s*\d+\s*-\s*/
