/** `POST financeiro/fatura/liquidar`. For tests alone: the product never quits an invoice. */
import type { Answer } from '../../server/answer.ts'
import { brazilian } from '../days.ts'
import type { Desk } from '../desk.ts'
import { amount, failure, success } from '../wire-text.ts'

interface Order {
  id_fatura?: number
  data_pagamento?: string
  valor_pago?: number
}

const orderOf = (body: Buffer): Order => {
  try {
    return JSON.parse(body.toString()) as Order
  } catch {
    return {}
  }
}

export const settle = (body: Buffer, { database, today }: Desk): Answer => {
  const { id_fatura: id, data_pagamento: on = today, valor_pago: value } = orderOf(body)
  const target = database.invoices.find((invoice) => invoice.id === id)
  if (!target) return failure('Fatura não encontrada')
  if (target.paid !== null) return failure(`A fatura já foi quitada em ${brazilian(target.paid)}`)

  database.pay(target.id, { on, cents: value === undefined ? target.cents : Math.round(value * 100) })
  const receipt = target.receipts.at(-1)
  const customer = database.customer(target.customerId)
  return success({
    recibo: {
      id_recibo: receipt?.id,
      numero_recibo: receipt?.number,
      data_pagamento: target.paid,
      data_credito: target.credited,
      valor_pago: amount(target.paidCents ?? 0),
      tarifa: 0,
      cliente: { codigo_cliente: customer.code, nome_razaosocial: customer.name },
    },
  })
}
