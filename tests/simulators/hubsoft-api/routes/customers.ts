/**
 * `GET cliente` and `GET cliente/todos`. ASSUMED, because the sources leave it open: on an old tenant `cancelado=sim` shows
 * cancelled services alone, hides customers left without a service, and "nothing found" is an error; on a new one it shows
 * all services, keeps the customer with an empty `servicos`, and "nothing found" is an empty list.
 */
import type { Answer } from '../../server/answer.ts'
import type { HubsoftDatabase } from '../database.ts'
import type { Customer, Service } from '../records.ts'
import type { Desk } from '../desk.ts'
import { failure, pageOf, success } from '../wire-text.ts'
import type { Tenant } from '../wire-text.ts'
import { customerWire } from './customer-wire.ts'

const bare = (text: string): string => text.replace(/[.\-/\s]/g, '').toUpperCase()

const searches: Readonly<Record<string, (customer: Customer, term: string) => boolean>> = {
  nome_razaosocial: (customer, term) => customer.name.includes(term.toUpperCase()),
  nome_fantasia: () => false,
  cpf_cnpj: (customer, term) => customer.document === bare(term),
  codigo_cliente: (customer, term) => String(customer.code) === term,
  telefone: (customer, term) => customer.phone === term,
  login_radius: (customer, term) => customer.services.some((service) => service.login === term),
  ipv4: (customer, term) => customer.services.some((service) => service.ipv4 === term),
  mac: (customer, term) => customer.services.some((service) => service.mac === term),
  id_cliente_servico: (customer, term) => customer.services.some((service) => String(service.id) === term),
}

const shownService = (service: Service, query: URLSearchParams, tenant: Tenant): boolean => {
  const prefix = query.get('servico_status')
  if (prefix !== null && service.state !== prefix) return false
  const cancelled = service.state === 'cancelado'
  if (query.get('cancelado') !== 'sim') return !cancelled
  return tenant === 'new' || cancelled
}

const shownCustomer = (customer: Customer, query: URLSearchParams): boolean => {
  const inactive = query.get('inativo') ?? 'nao'
  return inactive === 'todos' || customer.active === (inactive === 'nao')
}

const wired = (customers: readonly Customer[], query: URLSearchParams, tenant: Tenant) =>
  customers
    .filter((customer) => shownCustomer(customer, query))
    .map((customer) => ({
      customer,
      services: customer.services.filter((service) => shownService(service, query, tenant)),
    }))
    .filter(({ services }) => tenant === 'new' || services.length > 0)
    .map(({ customer, services }) => customerWire(customer, services))

/** The customers that a search can match: the usual searches cost what they find, however many customers there are. */
const among = ({ customersBy, customers }: HubsoftDatabase, by: string | null, term: string) => {
  if (by === 'codigo_cliente') return customersBy.code(term)
  return by === 'cpf_cnpj' ? customersBy.document(bare(term)) : customers
}

/** At most `limit` customers, 5 unless asked. */
export const searchCustomers = (
  query: URLSearchParams,
  { database, tenant }: Desk,
  isFilterIgnored = false,
): Answer => {
  const by = query.get('busca')
  const search = isFilterIgnored ? () => true : searches[by ?? '']
  const term = query.get('termo_busca')
  const limit = Number(query.get('limit') ?? 5)
  if (!search) return failure('Erro de validação', ['O campo busca é inválido.'])
  if (!term) return failure('Erro de validação', ['O campo termo_busca é obrigatório.'])
  if (!(limit >= 1 && limit <= 100))
    return failure('Erro de validação', ['O campo limit deve estar entre 1 e 100.'])

  const found = wired(
    isFilterIgnored
      ? database.customers
      : among(database, by, term).filter((customer) => search(customer, term)),
    query,
    tenant,
  )
  if (found.length === 0 && tenant === 'old') return failure('Nenhum cliente encontrado')
  const sorted = found.toSorted((one, other) => one.data_cadastro.localeCompare(other.data_cadastro))
  return success({
    clientes: (query.get('order_type') === 'desc' ? sorted.toReversed() : sorted).slice(0, limit),
  })
}

export const allCustomers = (query: URLSearchParams, { database, tenant }: Desk): Answer => {
  const { rows, paginacao } = pageOf(wired(database.customers, query, tenant), query)
  return success({ paginacao, clientes: rows })
}
