/** The small things of ours inside the ERP's page: toolbar, record, lists, invoices. */
export const erpInline = {
  word: 'Nada Consta',
  panel: 'Open the Nada Consta panel',
  type: 'Query credit: type a CPF or CNPJ',
  chip: 'Query credit of {document}',
  registered: 'registered',
  removing: 'being removed',
  eligible: 'eligible',
  failed: 'It did not open; nothing was queried. Reload the page (F5) and press again.',
}
