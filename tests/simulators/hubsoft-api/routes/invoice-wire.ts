import type { HubsoftDatabase } from '../database.ts'
import type { Customer, Invoice } from '../records.ts'
import { serviceStates } from '../records.ts'
import { barcode, pixCode, typedLine } from '../slips.ts'
import { amount, amountOf } from '../wire-text.ts'
import type { Tenant } from '../wire-text.ts'
import { addressWire } from './customer-wire.ts'

/** The date that `tipo_data` names; the due date when it names none. */
export const dateOf = (invoice: Invoice, kind: string | null): string | null => {
  if (kind === 'data_pagamento') return invoice.paid
  return kind === 'data_cadastro' ? invoice.created : invoice.due
}

export const invoiceLink = (invoice: Invoice): string =>
  `https://api.empresa.hubsoft.com.br/pdf/fatura/${invoice.id}`

export const companyWire = ({ companies }: HubsoftDatabase, { companyId }: Invoice) => {
  const company = companies.find((each) => each.id === companyId)
  return { documento: company?.document, nome_razaosocial: company?.name, nome_fantasia: company?.name }
}

const customerWire = (customer: Customer) => ({
  id_cliente: customer.id,
  codigo_cliente: customer.code,
  nome_razaosocial: customer.name,
  nome_fantasia: null,
  tipo_pessoa: customer.document.length === 11 ? 'pf' : 'pj',
  cpf_cnpj: customer.document,
  data_nascimento: customer.birth,
  telefone_primario: customer.phone,
  telefone_secundario: null,
  telefone_terciario: null,
  email_principal: customer.email,
  email_secundario: null,
  data_cadastro: `${customer.registered} 00:00:00`,
  ativo: customer.active,
})

/** What only `tipo_resultado=detalhado` shows; a one-off charge has null in place of a service. */
const detailWire = (invoice: Invoice, customer: Customer) => {
  const service = customer.services.find((each) => each.id === invoice.serviceId)
  return {
    id_carne: null,
    id_cliente_servico: invoice.serviceId,
    servico: service
      ? {
          numero_plano: service.plan,
          descricao: service.name,
          servico_status: serviceStates[service.state],
          endereco_instalacao: addressWire(service.address),
        }
      : null,
    cobrancas: invoice.lines.map((line) => ({
      id_cobranca: line.id,
      descricao: line.text,
      valor: amount(line.cents),
    })),
    recibos: invoice.receipts.map((receipt) => ({
      id_recibo: receipt.id,
      numero_recibo: receipt.number,
      caixa_financeiro: { id_caixa_financeiro: 241, descricao: 'CAIXA' },
      valor: amount(receipt.cents),
      data_pagamento: receipt.paid,
      data_cadastro: `${receipt.paid} 16:40:03`,
      cobrancas: invoice.lines.map((line) => ({ id_cobranca: line.id, valor: amount(line.cents) })),
    })),
  }
}

/** An invoice as `financeiro/fatura` shows it: ISO dates, no status field; old and new tenants differ in money and in two fields. */
export const invoiceWire = (
  invoice: Invoice,
  database: HubsoftDatabase,
  tenant: Tenant,
  { detailed, pix }: { detailed: boolean; pix: boolean },
) => {
  const customer = database.customer(invoice.customerId)
  return {
    id_fatura: invoice.id,
    nosso_numero: `1900${invoice.id}`,
    data_vencimento: invoice.due,
    data_pagamento: invoice.paid,
    data_credito: invoice.credited,
    data_cadastro: `${invoice.created} 12:52:12`,
    valor: amountOf(invoice.cents, tenant),
    valor_pago: amountOf(invoice.paidCents, tenant),
    valor_juros_pago: amountOf(invoice.interestCents, tenant),
    valor_desconto: amount(invoice.discountCents),
    linha_digitavel: typedLine(invoice),
    codigo_barras: barcode(invoice),
    tipo_cobranca: 'boleto_bancario',
    link: invoiceLink(invoice),
    ...(tenant === 'new' && {
      fatura_ativa: invoice.active,
      valor_original: amountOf(invoice.cents, tenant),
    }),
    empresa: companyWire(database, invoice),
    cliente: customerWire(customer),
    forma_cobranca: {
      id_forma_cobranca: 1,
      descricao: 'Banco',
      numero_banco: '756',
      juros: 1,
      multa: 2,
      tipo_juros: 'percentual_mensal',
      tipo_multa: 'percentual',
    },
    pix_copia_e_cola: pix ? pixCode(invoice) : null,
    // ASSUMED: the word of the page beside the list; no public answer shows it there.
    ...(invoice.isWrittenOff && { status: 'baixado_manual' }),
    ...(detailed && detailWire(invoice, customer)),
  }
}
