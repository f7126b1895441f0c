import type { HubsoftApiSimulator } from './start-hubsoft-api.ts'

const usual = {
  grant_type: 'password',
  client_id: '17',
  client_secret: 's3cr3t',
  username: 'integracao@provedor.example',
  password: 'hubsoft-123',
}

/** Asks for a token as the first user, as changed by `fields`. */
export const askToken = (api: HubsoftApiSimulator, fields: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...usual, ...fields }),
  })

export const tokenOf = async (api: HubsoftApiSimulator): Promise<string> =>
  ((await (await askToken(api)).json()) as { access_token: string }).access_token

/** A call below `/api/v1/integracao/`, answered whole. */
export const ask = (
  token: string,
  api: HubsoftApiSimulator,
  path: string,
  query: Record<string, string> = {},
) =>
  fetch(`${api.url}/api/v1/integracao/${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${token}` },
  })

/** The body of an answer, in a form that a test can look into. */
export interface Body {
  status: string
  msg: string
  errors?: string[]
  clientes: (Record<string, unknown> & { servicos: Record<string, unknown>[] })[]
  faturas: (Record<string, unknown> & { id_fatura: number; cliente: Record<string, unknown> })[]
  paginacao: { primeira_pagina: number; ultima_pagina: number; pagina_atual: number; total_registros: number }
}

export type Asker = (path: string, query?: Record<string, string>) => Promise<Body>

/** Logs in once and returns a function that asks and reads. */
export const asker = async (api: HubsoftApiSimulator): Promise<Asker> => {
  const token = await tokenOf(api)
  return async (path, query) => (await ask(token, api, path, query)).json() as Promise<Body>
}
