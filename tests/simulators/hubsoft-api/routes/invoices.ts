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

type Filter = (invoice: Invoice) => boolean

// Each filter reads its parameters once: a test may ask about a hundred thousand invoices.

const inWindow = (query: URLSearchParams, today: string, isIgnored: boolean): Filter => {
  if (isIgnored) return () => true
  const kind = query.get('tipo_data')
  const from = query.get('data_inicio') ?? addDays(today, -10)
  const to = query.get('data_fim') ?? today
  return (invoice) => {
    const date = dateOf(invoice, kind)
    return date !== null && date >= from && date <= to
  }
}

const settled = (query: URLSearchParams): Filter => {
  const onlyPaid = yes(query, 'apenas_quitado')
  const onlyOpen = yes(query, 'apenas_em_aberto')
  return ({ paid }) => !(onlyPaid && paid === null) && !(onlyOpen && paid !== null)
}

const shown = (query: URLSearchParams, tenant: Tenant): Filter => {
  const showsInactive = tenant === 'new' && yes(query, 'exibir_fatura_inativa')
  const showsZero = yes(query, 'valor_zerado')
  const hidesRenegotiated = tenant === 'new' && query.get('exibir_faturas_renegociacao') === 'nao'
  return ({ active, cents, renegotiationId }) =>
    (active || showsInactive) &&
    (cents !== 0 || showsZero) &&
    !(hidesRenegotiated && renegotiationId !== null)
}

const ofCustomer = (query: URLSearchParams, { database, tenant }: Desk, isFilterIgnored: boolean): Filter => {
  const state = query.get('status_cadastro_cliente')
  const search = isFilterIgnored ? undefined : searches[tenant][query.get('busca') ?? '']
  const term = query.get('termo_busca')
  return (invoice) => {
    const customer = database.customer(invoice.customerId)
    if ((state === 'ativo' && !customer.active) || (state === 'inativo' && customer.active)) return false
    return !search || term === null || search(invoice, customer, term)
  }
}

const issuedBy = (query: URLSearchParams, { companies }: Desk['database']): Filter => {
  const issuer = query.get('documento')
  const ids = new Set(
    companies.filter(({ document }) => issuer === null || document === issuer).map(({ id }) => id),
  )
  return ({ companyId }) => ids.has(companyId)
}

/** The invoices that a search can match: those of a customer cost what they are, however many others there are. */
const narrowings: Readonly<Record<string, (database: Desk['database'], term: string) => readonly Invoice[]>> =
  {
    id_cliente: ({ invoicesOf }, term) => invoicesOf(Number(term)),
    codigo_cliente: ({ customersBy, invoicesOf }, term) =>
      customersBy.code(term).flatMap(({ id }) => invoicesOf(id)),
    cpf_cnpj: ({ customersBy, invoicesOf }, term) =>
      customersBy.document(term).flatMap(({ id }) => invoicesOf(id)),
  }
const among = (query: URLSearchParams, { database }: Desk, isFilterIgnored: boolean): readonly Invoice[] => {
  const narrowed = isFilterIgnored ? undefined : narrowings[query.get('busca') ?? '']
  const term = query.get('termo_busca')
  return narrowed && term !== null ? narrowed(database, term) : database.invoices
}

const byDue = (one: Invoice, other: Invoice): number =>
  one.due === other.due ? one.id - other.id : one.due < other.due ? -1 : 1

/** @param shift rows that come again on a later page, because the list moved between two calls. */
export const invoices = (
  query: URLSearchParams,
  desk: Desk,
  { shift = 0, isFilterIgnored = false, isWindowIgnored = false } = {},
): Answer => {
  const { database, tenant, today } = desk
  const filters = [
    inWindow(query, today, isWindowIgnored),
    settled(query),
    shown(query, tenant),
    issuedBy(query, database),
    ofCustomer(query, desk, isFilterIgnored),
  ]
  const matching = among(query, desk, isFilterIgnored)
    .filter((invoice) => filters.every((passes) => passes(invoice)))
    .toSorted(byDue)
  const { rows, paginacao } = pageOf(matching, query, shift)
  const kind = query.get('tipo_resultado')
  const detailed = kind === 'detalhado' || (tenant === 'new' && kind === 'completo')
  const pix = yes(query, 'exibir_pix_copia_cola')
  return success({
    paginacao,
    faturas: rows.map((invoice) => invoiceWire(invoice, database, tenant, { detailed, pix })),
  })
}
