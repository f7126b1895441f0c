/**
 * `GET financeiro/fatura`, the list that a poll reads, with its documented traps: a window of the last 10 days unless dates
 * are given, 50 a page, inactive ones hidden, unknown parameters ignored. ASSUMED: sorted by due date, then id; an unknown
 * value of `busca` is ignored like an unknown parameter, as `id_fatura` is on an old tenant.
 */
import type { Answer } from '../../server/answer.ts'
import { addDays } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Customer, Invoice } from '../records.ts'
import type { Tenant } from '../wire-text.ts'
import { pageOf, success } from '../wire-text.ts'
import { dateOf, invoiceWire } from './invoice-wire.ts'

type Search = (invoice: Invoice, customer: Customer, term: string) => boolean

const oldSearches: Readonly<Record<string, Search>> = {
  id_cliente: (_, customer, term) => String(customer.id) === term,
  codigo_cliente: (_, customer, term) => String(customer.code) === term,
  cpf_cnpj: (_, customer, term) => customer.document === term,
  id_cliente_servico: (invoice, _, term) => String(invoice.serviceId) === term,
}
const searches: Record<Tenant, Readonly<Record<string, Search>>> = {
  old: oldSearches,
  new: {
    ...oldSearches,
    id_fatura: (invoice, _, term) => String(invoice.id) === term,
    nosso_numero: (invoice, _, term) => `1900${invoice.id}` === term,
    tipo_pessoa: (_, customer, term) => (customer.document.length === 11 ? 'pf' : 'pj') === term,
  },
}

const yes = (query: URLSearchParams, name: string): boolean => query.get(name) === 'sim'

const inWindow = (invoice: Invoice, query: URLSearchParams, today: string): boolean => {
  const date = dateOf(invoice, query.get('tipo_data'))
  const from = query.get('data_inicio') ?? addDays(today, -10)
  return date !== null && date >= from && date <= (query.get('data_fim') ?? today)
}

const settled = (invoice: Invoice, query: URLSearchParams): boolean => {
  if (yes(query, 'apenas_quitado') && invoice.paid === null) return false
  return !(yes(query, 'apenas_em_aberto') && invoice.paid !== null)
}

const shown = (invoice: Invoice, query: URLSearchParams, tenant: Tenant): boolean => {
  const showsInactive = tenant === 'new' && yes(query, 'exibir_fatura_inativa')
  if (!invoice.active && !showsInactive) return false
  if (invoice.cents === 0 && !yes(query, 'valor_zerado')) return false
  const hidesRenegotiated = tenant === 'new' && query.get('exibir_faturas_renegociacao') === 'nao'
  return !(hidesRenegotiated && invoice.renegotiationId !== null)
}

const ofCustomer = (
  invoice: Invoice,
  customer: Customer,
  query: URLSearchParams,
  tenant: Tenant,
): boolean => {
  const state = query.get('status_cadastro_cliente')
  if ((state === 'ativo' && !customer.active) || (state === 'inativo' && customer.active)) return false
  const search = searches[tenant][query.get('busca') ?? '']
  const term = query.get('termo_busca')
  return !search || term === null || search(invoice, customer, term)
}

/** @param shift rows that come again on a later page, because the list moved between two calls. */
export const invoices = (query: URLSearchParams, { database, tenant, today }: Desk, shift = 0): Answer => {
  const issuer = query.get('documento')
  const companies = new Set(
    database.companies
      .filter((company) => issuer === null || company.document === issuer)
      .map((company) => company.id),
  )
  const matching = database.invoices
    .filter((invoice) => companies.has(invoice.companyId))
    .filter(
      (invoice) =>
        inWindow(invoice, query, today) && settled(invoice, query) && shown(invoice, query, tenant),
    )
    .filter((invoice) => ofCustomer(invoice, database.customer(invoice.customerId), query, tenant))
    .toSorted((one, other) => one.due.localeCompare(other.due) || one.id - other.id)
  const { rows, paginacao } = pageOf(matching, query, shift)
  const kind = query.get('tipo_resultado')
  const detailed = kind === 'detalhado' || (tenant === 'new' && kind === 'completo')
  return success({
    paginacao,
    faturas: rows.map((invoice) => invoiceWire(invoice, database, tenant, detailed)),
  })
}
