import { z } from 'zod'
import { cents, parseApiMoney, sumMoney } from '../../../shared/money.ts'
import type { Cents } from '../../../shared/money.ts'
import type { ErpInvoice, OverdueInvoice } from '../erp.ts'
import { parseBirth } from './birth.ts'
import { parseBoletoLine } from './boleto-line.ts'
import { parsePixCode } from './pix-code.ts'
import { amount, day, dayOrNull, listOf, number, text, truth } from './wire.ts'

/** Whom a row is about; read before anything else of it is believed. */
const owner = z.object({
  id_fatura: number,
  cliente: z.object({
    id_cliente: number,
    codigo_cliente: number.nullish(),
    nome_razaosocial: text,
    cpf_cnpj: z.string().nullish(),
    data_nascimento: z.string().nullish(),
  }),
})
export type InvoiceOwner = z.output<typeof owner>

const line = z.object({ descricao: text })
const receipt = z.object({ valor: amount })

/** Of `detalhado` alone; what cannot be read of it is unknown, and the invoice stays. */
const service = z
  .object({
    descricao: text,
    servico_status: text,
    endereco_instalacao: z.object({ cidade: text }).nullish().catch(null),
  })
  .nullish()
  .catch(null)

/** `financeiro/fatura`, whitelisted. `fatura_ativa` and `status` only where a tenant has them. */
const row = owner.extend({
  id_cliente_servico: number.nullish(),
  data_vencimento: day,
  data_pagamento: dayOrNull,
  data_credito: dayOrNull.catch(null),
  valor: amount,
  valor_pago: amount,
  fatura_ativa: truth,
  status: text,
  linha_digitavel: text,
  pix_copia_e_cola: text,
  pix_copia_cola: text,
  empresa: z.object({ documento: z.string().nullish() }).nullish(),
  cobrancas: listOf(line),
  detalhamento: listOf(line),
  recibos: listOf(receipt),
  servico: service,
})
type Row = z.output<typeof row>

const money = (value: string | number | null): Cents | null => (value === null ? null : parseApiMoney(value))

const withoutAccents = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** Words of a rescission fine and of lent equipment, which are no debt for the service (domain 1.10). */
const feeWords = /\bmulta|rescis/
const equipmentWords = /comodato|equipament/

const receivedCents = ({ recibos }: Row): Cents | null => {
  const received = recibos.flatMap(({ valor }) => money(valor) ?? []).filter((each) => each > 0)
  return received.length > 0 ? sumMoney(received) : null
}

/**
 * Quit is `data_pagamento` with money, or with HubSoft's own word; a quit without money is written off (case G39). Without
 * `data_pagamento` a receipt is a part, whatever its amount, and an inactive invoice is no payment.
 */
const factOf = (wire: Row): ErpInvoice['fact'] => {
  const state = withoutAccents(wire.status)
  if (wire.data_pagamento) {
    const paid = money(wire.valor_pago)
    return paid === null || paid > 0 || state.startsWith('quitad') ? 'paid' : 'written-off'
  }
  if (wire.fatura_ativa === false) return 'cancelled'
  if (receivedCents(wire) !== null || /parcial/.test(state)) return 'partial'
  return state.startsWith('baixad') ? 'written-off' : 'open'
}

const linesOf = ({ cobrancas, detalhamento }: Row): string[] =>
  [...cobrancas, ...detalhamento].map(({ descricao }) => descricao.replace(/^\([+-]\)\s*/, ''))

/** The owner of a row; null when the row cannot be read. */
export const ownerOf = (wire: unknown): InvoiceOwner | null => owner.safeParse(wire).data ?? null

/** Null when the row cannot be read. */
const rowOf = (wire: unknown): { data: Row; value: Cents } | null => {
  const { data } = row.safeParse(wire)
  const value = data ? money(data.valor) : null
  return data && value !== null ? { data, value } : null
}

const invoiceIn = ({ data, value }: { data: Row; value: Cents }): ErpInvoice => {
  const fact = factOf(data)
  const lines = linesOf(data)
  const words = withoutAccents(lines.join(' '))
  const { data_pagamento: paid, data_credito: credited } = data
  const paidCents = money(data.valor_pago)
  return {
    id: data.id_fatura,
    customerId: data.cliente.id_cliente,
    document: data.cliente.cpf_cnpj ?? null,
    serviceId: data.id_cliente_servico ?? null,
    due: data.data_vencimento,
    cents: value,
    description: lines.join(' · ').slice(0, 200),
    issuer: data.empresa?.documento ?? null,
    fact,
    payment: fact === 'paid' && paid ? { paid, credited, cents: paidCents && cents(paidCents) } : null,
    partlyPaidCents: fact === 'paid' ? null : receivedCents(data),
    isFee: feeWords.test(words),
    isEquipment: equipmentWords.test(words),
    slip:
      parseBoletoLine(data.linha_digitavel) ??
      parsePixCode(data.pix_copia_e_cola) ??
      parsePixCode(data.pix_copia_cola),
  }
}

/** An invoice; null when the row cannot be read. */
export const invoiceOf = (wire: unknown): ErpInvoice | null => {
  const read = rowOf(wire)
  return read && invoiceIn(read)
}

/** The row names the state in the words of the page alone. */
const isCancelled = (state: string): boolean => withoutAccents(state) === 'cancelado'

/** An invoice with its customer and its service; null when the row cannot be read. */
export const overdueOf = (wire: unknown): OverdueInvoice | null => {
  const read = rowOf(wire)
  if (!read) return null
  const { cliente: customer, servico: billed } = read.data
  return {
    ...invoiceIn(read),
    customer: {
      id: customer.id_cliente,
      code: customer.codigo_cliente ?? '',
      name: customer.nome_razaosocial,
      document: customer.cpf_cnpj ?? null,
      birth: parseBirth(customer.data_nascimento),
    },
    service: billed
      ? {
          name: billed.descricao,
          state: billed.servico_status,
          isCancelled: isCancelled(billed.servico_status),
        }
      : null,
    city: billed?.endereco_instalacao?.cidade ?? '',
  }
}
