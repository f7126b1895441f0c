/** `GET cliente/financeiro`: the invoices of one customer. Dates `DD/MM/YYYY`, `valor` a number, `status` misspelt. */
import type { Answer } from '../../server/answer.ts'
import { brazilian } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Customer, Invoice } from '../records.ts'
import { serviceStates } from '../records.ts'
import { amount, failure, misspelt } from '../wire-text.ts'
import { addressesWire } from './customer-wire.ts'
import { barcode, pixCode, typedLine } from '../slips.ts'
import { companyWire, dateOf, invoiceLink } from './invoice-wire.ts'

const searches: Readonly<Record<string, (customer: Customer, term: string) => boolean>> = {
  cpf_cnpj: (customer, term) => customer.document === term,
  codigo_cliente: (customer, term) => String(customer.code) === term,
  id_cliente_servico: (customer, term) => customer.services.some((service) => String(service.id) === term),
}

const inRange = (invoice: Invoice, query: URLSearchParams): boolean => {
  const from = query.get('data_inicio')
  const to = query.get('data_fim')
  if (from === null && to === null) return true
  const date = dateOf(invoice, query.get('tipo_data'))
  return date !== null && date >= (from ?? '') && date <= (to ?? '9')
}

const sortKey = (invoice: Invoice, by: string): string => {
  if (by === 'valor') return String(invoice.cents).padStart(12, '0')
  return dateOf(invoice, by) ?? ''
}

const dated = (date: string | null): string | null => (date === null ? null : brazilian(date))

/** A one-off charge has no `servico` at all. */
const serviceWire = (customer: Customer, { serviceId }: Invoice) => {
  const service = customer.services.find((each) => each.id === serviceId)
  if (!service) return {}
  const { id, plan, name, cents, state } = service
  const servico = {
    id_cliente_servico: id,
    numero_plano: plan,
    nome: name,
    valor: amount(cents),
    status: serviceStates[state],
    status_prefixo: state,
    ...addressesWire(service),
  }
  return { servico }
}

const stateOf = (invoice: Invoice): string => {
  if (invoice.paid !== null) return 'quitado'
  return invoice.partial ? 'baixado_parcial' : 'em_aberto'
}

const wire = (invoice: Invoice, { database, tenant }: Desk) => {
  const customer = database.customer(invoice.customerId)
  return {
    id_fatura: invoice.id,
    nosso_numero: `1900${invoice.id}`,
    nosso_numero_dv: null,
    linha_digitavel: typedLine(invoice),
    codigo_barras: barcode(invoice),
    link: invoiceLink(invoice),
    especie_dinheiro: 'R$',
    tipo_cobranca: 'boleto_bancario',
    valor: amount(invoice.cents),
    data_vencimento: brazilian(invoice.due),
    data_cadastro: brazilian(invoice.created),
    data_pagamento: dated(invoice.paid),
    data_documento: null,
    data_processamento: null,
    ...(tenant === 'new' && { status: stateOf(invoice) }),
    empresa: companyWire(database, invoice),
    pix_copia_cola: pixCode(invoice) ?? '',
    detalhamento: invoice.lines.map((line) => ({ descricao: `(+) ${line.text}`, valor: amount(line.cents) })),
    cliente: {
      codigo_cliente: customer.code,
      nome_razaosocial: customer.name,
      cpf_cnpj: customer.document,
      ...serviceWire(customer, invoice),
    },
  }
}

/** At most `limit`, 20 unless asked; paid ones only with `apenas_pendente=nao`. An unknown customer has an empty list. */
export const customerInvoices = (query: URLSearchParams, desk: Desk): Answer => {
  const by = query.get('busca') ?? ''
  const search = searches[by]
  const term = query.get('termo_busca')
  const limit = Number(query.get('limit') ?? 20)
  if (!search || !term)
    return failure('Erro de validação', ['Os campos busca e termo_busca são obrigatórios.'])
  if (!(limit >= 1 && limit <= 50))
    return failure('Erro de validação', ['O campo limit deve estar entre 1 e 50.'])

  const { customers, invoices } = desk.database
  const owners = new Set(
    customers.filter((customer) => search(customer, term)).map((customer) => customer.id),
  )
  const order = query.get('order_by') ?? 'data_vencimento'
  const sorted = invoices
    .filter((invoice) => owners.has(invoice.customerId) && invoice.active && inRange(invoice, query))
    .filter((invoice) => by !== 'id_cliente_servico' || String(invoice.serviceId) === term)
    .filter((invoice) => query.get('apenas_pendente') === 'nao' || invoice.paid === null)
    .toSorted((one, other) => sortKey(one, order).localeCompare(sortKey(other, order)))
  const faturas = query.get('order_type') === 'desc' ? sorted.toReversed() : sorted
  return misspelt({ faturas: faturas.slice(0, limit).map((invoice) => wire(invoice, desk)) })
}
