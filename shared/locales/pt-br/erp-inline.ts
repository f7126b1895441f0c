/** The small things of ours inside the ERP's page: toolbar, record, lists, invoices. */
export const erpInline = {
  word: 'Nada Consta',
  panel: 'Abrir o painel Nada Consta',
  type: 'Consultar crédito: digitar CPF ou CNPJ',
  chip: 'Consultar crédito de {document}',
  registered: 'negativada',
  removing: 'em baixa',
  eligible: 'apta',
  failed: 'Não abriu; nada foi consultado. Atualize a página (F5) e clique de novo.',
}
