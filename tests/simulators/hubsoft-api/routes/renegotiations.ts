/** `GET financeiro/renegociacao`. Confirmed: the path, the filter and its values; ASSUMED: how a row names its invoices. */
import type { Answer } from '../../server/answer.ts'
import type { Desk } from '../desk.ts'
import { amount, success } from '../wire-text.ts'

export const renegotiations = (query: URLSearchParams, { database }: Desk): Answer => {
  const status = query.get('status') ?? 'todos'
  const rows = database.renegotiations.filter((row) => status === 'todos' || row.status === status)
  return success({
    renegociacoes: rows.map((row) => {
      const customer = database.customer(row.customerId)
      return {
        id_renegociacao: row.id,
        tipo: 'fatura',
        status: row.status,
        parcelas: row.newInvoiceIds.length,
        valor_total: amount(row.totalCents),
        valor_final: amount(row.totalCents),
        data_cadastro: `${row.created} 09:00:00`,
        cliente: { id_cliente: customer.id, codigo_cliente: customer.code, cpf_cnpj: customer.document },
        faturas_renegociadas: row.oldInvoiceIds.map((id) => ({ id_fatura: id })),
        faturas_geradas: row.newInvoiceIds.map((id) => ({ id_fatura: id })),
      }
    }),
  })
}
