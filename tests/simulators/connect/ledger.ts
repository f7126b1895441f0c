import type { Sightings } from '../server/sightings.ts'
import { sightings } from '../server/sightings.ts'
import type { DebtCall } from './pefin/answer-debt.ts'

/** `other` is whatever is no service of Connect: images, frames and traps of a report. */
export type ConnectCall = 'consult' | 'products' | 'pefinTest' | DebtCall | 'other'

export interface ConnectRequest {
  call: ConnectCall
  /** Unix milliseconds by the simulator's clock. */
  at: number
  method: string
  /** Path and query as they came. */
  path: string
  headers: Readonly<Record<string, string>>
  /** The form as it came, credentials and all. */
  fields: Readonly<Record<string, string>>
}

/** One query that costs money. */
export interface BilledQuery {
  at: number
  login: string
  product: string
  document: string
  protocol: string
  priceCents: number
}

export interface ConnectLedger {
  /** Every request, in order, whatever came of it. */
  readonly requests: readonly ConnectRequest[]
  readonly billed: readonly BilledQuery[]
  readonly billedCents: number
  of(call: ConnectCall): ConnectRequest[]
  /** Resolves once `count` requests of the call have arrived (before they are answered). */
  seen(call: ConnectCall, count?: number): Promise<ConnectRequest[]>
  clear(): void
}

export interface LedgerBook extends ConnectLedger {
  arrived: Sightings<ConnectRequest>['add']
  bill: (query: BilledQuery) => void
}

export const ledgerBook = (): LedgerBook => {
  const arrivals = sightings<ConnectRequest>()
  const billed: BilledQuery[] = []
  return {
    requests: arrivals.all,
    billed,
    get billedCents() {
      return billed.reduce((sum, query) => sum + query.priceCents, 0)
    },
    of: (call) => arrivals.all.filter((request) => request.call === call),
    seen: (call, count) => arrivals.seen((request) => request.call === call, count),
    clear: () => {
      arrivals.clear()
      billed.splice(0)
    },
    arrived: arrivals.add,
    bill: (query) => void billed.push(query),
  }
}
