import type { Client } from './clients.ts'
import { invoicesOf } from './client-money.ts'

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const html = (value: string): string =>
  value.replace(/[&<>"]/g, (character) => escaped[character] ?? character)

/** Writes a document as people read it; letters stay. */
function formatted(document: string): string {
  return document.length === 11
    ? document.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
    : document.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
}

const reais = (cents: number): string =>
  (cents / 100).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' })

/** The end customer's portal. It has the record's own texts and hooks, so that an extension that looks only at the page would be fooled. */
export function centralPage(clients: readonly Client[]): string {
  const client = clients[0]
  if (client === undefined) return '<!doctype html><title>Central do Assinante</title>'
  const rows = invoicesOf(client).map(
    (invoice) =>
      `<tr><td>${invoice.id_fatura}</td><td>${html(invoice.descricao)}</td><td>${reais(invoice.valor)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="pt-br">
  <head><meta charset="utf-8"><title>Central do Assinante</title></head>
  <body>
    <div ui-view="content"><md-toolbar class="header">
      <h2>${client.codigo_cliente} - ${html(client.nome_razaosocial)}</h2>
      <span class="subtitle">CPF/CNPJ: <b>${formatted(client.cpf_cnpj)}</b></span>
      <button type="button" aria-label="Consulta de Crédito">Minha situação</button>
    </md-toolbar>
    <hubsoft-cliente-financeiro-fatura><table><tbody>${rows.join('')}</tbody></table></hubsoft-cliente-financeiro-fatura></div>
  </body>
</html>
`
}
