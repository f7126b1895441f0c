import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { hubsoftRead } from './read.ts'
import type { HubsoftDeps, TokenSource } from './token.ts'

/** What is taken of a customer. The answer also carries clear-text passwords; what is not named here is dropped at once (domain 1.4). */
const customer = z.object({
  id_cliente: z.number(),
  nome_razaosocial: z.string(),
  cpf_cnpj: z.string().nullable(),
})
const found = z.looseObject({ clientes: z.array(customer) })

export interface HubsoftCustomer {
  id: number
  name: string
  /** As HubSoft holds it; unchecked. */
  document: string | null
}

export interface CustomerSearch {
  by: 'nome_razaosocial' | 'cpf_cnpj' | 'codigo_cliente'
  term: string
  /** 1 to 100; HubSoft's own default of 5 hides the sixth. */
  limit: number
}

/** "Nothing found" is an empty list on some tenants and `status:"error"` on others (domain 1.3). */
const nothingFound = /nenhum|n[ãa]o encontrad|sem resultado/i

/** The customers that match, former and cancelled ones included. @throws AppError of the `erp-…` family */
export const searchCustomers = async (
  deps: HubsoftDeps,
  tokens: TokenSource,
  { by, term, limit }: CustomerSearch,
): Promise<HubsoftCustomer[]> => {
  const query = { busca: by, termo_busca: term, limit: String(limit), inativo: 'todos', cancelado: 'sim' }
  const body = await hubsoftRead(deps, tokens, 'cliente', query)
  if (body.status === 'error') {
    if (nothingFound.test(body.msg ?? '')) return []
    throw new AppError('erp-refused')
  }
  const rows = found.safeParse(body)
  if (!rows.success) throw new AppError('erp-unreadable')
  return rows.data.clientes.map(({ id_cliente: id, nome_razaosocial: name, cpf_cnpj: document }) => ({
    id,
    name,
    document,
  }))
}
