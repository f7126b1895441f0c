import { sightings } from '../server/sightings.ts'
import type { Sightings } from '../server/sightings.ts'

export const hubsoftCalls = {
  token: 'POST /oauth/token',
  customer: 'GET /api/v1/integracao/cliente',
  customers: 'GET /api/v1/integracao/cliente/todos',
  customerInvoices: 'GET /api/v1/integracao/cliente/financeiro',
  invoices: 'GET /api/v1/integracao/financeiro/fatura',
  settle: 'POST /api/v1/integracao/financeiro/fatura/liquidar',
  companies: 'GET /api/v1/integracao/configuracao/empresa',
  serviceStates: 'GET /api/v1/integracao/configuracao/servico_status',
  renegotiations: 'GET /api/v1/integracao/financeiro/renegociacao',
} as const
export type HubsoftCall = keyof typeof hubsoftCalls

export interface HubsoftRequest {
  /** `other` is a path that the simulator does not know. */
  call: HubsoftCall | 'other'
  at: number
  method: string
  path: string
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  body: string
}

export interface HubsoftLedger {
  /** Every request, in order, whatever came of it. */
  readonly requests: readonly HubsoftRequest[]
  of(call: HubsoftRequest['call']): HubsoftRequest[]
  /** Resolves once `count` requests of the call have arrived (before they are answered). */
  seen(call: HubsoftRequest['call'], count?: number): Promise<HubsoftRequest[]>
  clear: () => void
}

export interface LedgerBook extends HubsoftLedger {
  arrived: Sightings<HubsoftRequest>['add']
}

export const ledgerBook = (): LedgerBook => {
  const arrivals = sightings<HubsoftRequest>()
  return {
    requests: arrivals.all,
    of: (call) => arrivals.all.filter((request) => request.call === call),
    seen: (call, count) => arrivals.seen((request) => request.call === call, count),
    clear: () => arrivals.clear(),
    arrived: arrivals.add,
  }
}

export const callOf = (method: string, path: string): HubsoftRequest['call'] => {
  const calls = Object.keys(hubsoftCalls) as HubsoftCall[]
  return calls.find((call) => hubsoftCalls[call] === `${method} ${path}`) ?? 'other'
}
