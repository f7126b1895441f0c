import type { ConnectSimulator } from './start-connect.ts'

const usual = {
  login: 'provedor',
  password: 'consulta-123',
  consulta: 'CREDNET_LIGHT',
  tipodocumento: 'F',
  documento: '73164025807',
  estatica: 'N',
  tiporesposta: 'J',
}

const post = (address: string, fields: Record<string, string>, init: RequestInit = {}): Promise<Response> =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', ...init })

/** A billed JSON query of MARIA by the first account, as changed by `fields`. */
export const consult = (connect: ConnectSimulator, fields: Partial<typeof usual> = {}, init?: RequestInit) =>
  post(`${connect.url}ws_consulta/`, { ...usual, ...fields }, init)

/** One call of the assumed PEFIN service. */
export const pefin = (connect: ConnectSimulator, operacao: string, login: string, password: string) =>
  post(`${connect.url}ws_pefin/`, { login, password, operacao })
