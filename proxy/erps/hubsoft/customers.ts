import { z } from 'zod'
import { parseDate } from '../../../shared/calendar.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ErpCustomer, ErpService } from '../erp.ts'
import { bestAddress, optionalAddress } from './address.ts'
import { parseBirth } from './birth.ts'
import { rowsOf } from './rows.ts'
import type { HubsoftReader } from './read.ts'
import { listOf, number, text } from './wire.ts'

/**
 * What is taken of a customer. The answer also carries clear-text passwords, addresses of devices and more; what is not named here is
 * dropped at once (domain 1.4).
 */
const service = z.object({
  id_cliente_servico: number,
  nome: text,
  status: text,
  status_prefixo: text,
  // ASSUMED: HubSoft's collection shows no date of the contract; where a tenant gives one of these it is taken.
  data_venda: text,
  data_habilitacao: text,
  endereco_cobranca: optionalAddress,
  endereco_cadastral: optionalAddress,
  endereco_fiscal: optionalAddress,
  endereco_instalacao: optionalAddress,
})
const customer = z.object({
  id_cliente: number,
  codigo_cliente: number,
  nome_razaosocial: text,
  cpf_cnpj: z.string().nullish(),
  // Misspelt here and right elsewhere (domain 1.4).
  data_nascmento: z.string().nullish(),
  data_nascimento: z.string().nullish(),
  servicos: listOf(service),
})

export interface CustomerSearch {
  by: 'cpf_cnpj' | 'codigo_cliente'
  term: string
  /** 1 to 100; HubSoft's own default of 5 hides the sixth. */
  limit: number
}

const serviceOf = (wire: z.output<typeof service>): ErpService => ({
  id: wire.id_cliente_servico,
  name: wire.nome,
  state: wire.status,
  isCancelled: wire.status_prefixo === 'cancelado',
  since: parseDate(wire.data_venda) ?? parseDate(wire.data_habilitacao),
  address: bestAddress([
    wire.endereco_cobranca,
    wire.endereco_cadastral,
    wire.endereco_fiscal,
    wire.endereco_instalacao,
  ]),
})

const customerOf = (wire: z.output<typeof customer>): ErpCustomer => ({
  id: wire.id_cliente,
  code: wire.codigo_cliente,
  name: wire.nome_razaosocial,
  document: wire.cpf_cnpj ?? null,
  birth: parseBirth(wire.data_nascmento) ?? parseBirth(wire.data_nascimento),
  services: wire.servicos.map(serviceOf),
})

const search = async (
  read: HubsoftReader,
  { by, term, limit }: CustomerSearch,
  cancelled: 'sim' | 'nao',
): Promise<ErpCustomer[]> => {
  const query = {
    busca: by,
    termo_busca: term,
    limit: String(limit),
    inativo: 'todos',
    cancelado: cancelled,
  }
  const rows = rowsOf(await read('cliente', query), 'clientes').map((row) => customer.safeParse(row))
  return rows.map((row) => {
    if (!row.success) throw new AppError('erp-unreadable')
    return customerOf(row.data)
  })
}

const merged = (one: ErpCustomer, other: ErpCustomer | undefined): ErpCustomer => {
  const known = new Set(one.services.map(({ id }) => id))
  return {
    ...one,
    services: [...one.services, ...(other?.services ?? []).filter(({ id }) => !known.has(id))],
  }
}

/**
 * The customers that match, former and cancelled ones included. One request where `cancelado=sim` shows every service; a second one
 * where it may have shown the cancelled ones alone, or hidden a customer, as older tenants do. @throws the `erp-…` family
 */
export const searchCustomers = async (
  read: HubsoftReader,
  question: CustomerSearch,
): Promise<ErpCustomer[]> => {
  const first = await search(read, question, 'sim')
  const isWhole =
    first.length > 0 && first.every(({ services }) => services.some(({ isCancelled }) => !isCancelled))
  if (isWhole) return first
  const second = await search(read, question, 'nao')
  const known = new Set(first.map(({ id }) => id))
  return [
    ...first.map((one) =>
      merged(
        one,
        second.find(({ id }) => id === one.id),
      ),
    ),
    ...second.filter(({ id }) => !known.has(id)),
  ]
}

/** Whether the user may read customers at all; whom it finds does not matter. One request. */
export const proveAccess = async (read: HubsoftReader): Promise<void> =>
  void (await search(read, { by: 'codigo_cliente', term: '1', limit: 1 }, 'sim'))
