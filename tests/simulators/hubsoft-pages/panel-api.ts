/*
 * The panel's private JSON API. INFERRED: nothing of it is public; only the host name, the bearer token and the
 * X-Requested-With header are known. It serves our own pages and stands for no wire format.
 */
import type { Client } from './clients.ts'
import { invoicesOf, overdueOf, serviceOrdersOf, servicesOf } from './client-money.ts'
import type { Answer } from './answer.ts'
import { json } from './answer.ts'
import { panelHost } from './hosts.ts'
import { expiredToken, sessionToken } from './session-token.ts'

const partsOfClient: Readonly<Record<string, (client: Client) => readonly object[]>> = {
  fatura: invoicesOf,
  cobranca: invoicesOf,
  servico: servicesOf,
  ordem_servico: serviceOrdersOf,
  negativacao: () => [],
}

/** What a request of the panel's API says: only what the answer depends on. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
}

/** The answer to one API request; 401 without the session's token, 404 for what is not there. */
export function answerApi(request: ApiRequest, clients: readonly Client[]): Answer {
  if (request.method === 'OPTIONS') return { status: 204, headers: {}, body: '' }
  if (request.method === 'POST' && request.path === '/api/v1/login') return json(200, { token: sessionToken })
  if (request.authorization === `Bearer ${expiredToken}`)
    return json(401, { status: 'error', msg: 'Sessão expirada' })
  if (request.authorization !== `Bearer ${sessionToken}`)
    return json(401, { status: 'error', msg: 'Não autenticado' })
  if (request.path === '/api/v1/cliente') return json(200, { status: 'success', clientes: clients })
  if (request.path === '/api/v1/fatura')
    return json(200, { status: 'success', registros: overdueOf(clients) })
  return answerClient(request.path, clients)
}

function answerClient(path: string, clients: readonly Client[]): Answer {
  const [, id, part] = /^\/api\/v1\/cliente\/(\d+)(?:\/([a-z_]+))?$/.exec(path) ?? []
  const client = clients.find((each) => String(each.id_cliente) === id)
  if (client === undefined) return json(404, { status: 'error', msg: 'Cliente não encontrado' })
  if (part === undefined) return json(200, { status: 'success', cliente: client })
  const read = partsOfClient[part]
  return read === undefined
    ? json(404, { status: 'error', msg: 'Rota não encontrada' })
    : json(200, { status: 'success', registros: read(client) })
}

/** The CORS headers with which the API lets the panel's pages, and no others, read its answers. */
export function panelMayRead(port: number): Record<string, string> {
  return {
    'access-control-allow-origin': `http://${panelHost}:${port}`,
    'access-control-allow-headers': 'authorization, content-type, x-requested-with',
    'access-control-allow-methods': 'GET, POST',
    vary: 'Origin',
  }
}
