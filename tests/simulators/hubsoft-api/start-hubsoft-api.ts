/**
 * HubSoft's integration API as its clients know it: a real HTTP server on 127.0.0.1 over a database in memory, with the
 * documented traps, a ledger and a fault switch per call. Paths, parameters and fields are confirmed by HubSoft's collection
 * unless a route's head says ASSUMED.
 */
import type { Clock } from '../../../shared/clock.ts'
import type { Answer } from '../server/answer.ts'
import { json, write } from '../server/answer.ts'
import type { FaultSwitch } from '../server/fault-switch.ts'
import { faultSwitch } from '../server/fault-switch.ts'
import type { Exchange } from '../server/listen.ts'
import { listen } from '../server/listen.ts'
import type { WireFault } from '../server/wire-fault.ts'
import { isEarly, playEarly, playLate } from '../server/wire-fault.ts'
import type { ContentFault } from './content-fault.ts'
import { contentFaultAnswer, unauthorized } from './content-fault.ts'
import { todayOf } from './days.ts'
import type { HubsoftDatabase } from './database.ts'
import { database as newDatabase } from './database.ts'
import type { Desk } from './desk.ts'
import type { HubsoftCall, HubsoftLedger } from './ledger.ts'
import { callOf, ledgerBook } from './ledger.ts'
import { customerInvoices } from './routes/customer-invoices.ts'
import { allCustomers, searchCustomers } from './routes/customers.ts'
import { invoices } from './routes/invoices.ts'
import { renegotiations } from './routes/renegotiations.ts'
import { companies, states } from './routes/settings.ts'
import { settle } from './routes/settle.ts'
import type { TokenDesk } from './tokens.ts'
import { tokenOffice } from './tokens.ts'
import type { Tenant } from './wire-text.ts'

export type HubsoftFault = WireFault | ContentFault

export interface HubsoftApiOptions {
  clock?: Clock
  /** 0, the default, takes any free port. */
  port?: number
  /** Default `new`. */
  tenant?: Tenant
}

export interface HubsoftApiSimulator {
  /** The host that a client is configured with: no path, no slash at the end. */
  url: string
  port: number
  database: HubsoftDatabase
  tokens: TokenDesk
  ledger: HubsoftLedger
  faults: FaultSwitch<HubsoftCall, HubsoftFault>
  close: () => Promise<void>
}

const contentKinds: readonly string[] = [
  'unauthorized',
  'business-error',
  'html-page',
  'duplicate-row',
  'filter-ignored',
  'window-ignored',
] satisfies ContentFault['kind'][]
const isContentFault = (fault: HubsoftFault): fault is ContentFault => contentKinds.includes(fault.kind)

type Route = (exchange: Exchange, desk: Desk, fault: ContentFault | null) => Answer

const routes: Record<Exclude<HubsoftCall, 'token'>, Route> = {
  customer: ({ url }, desk, fault) =>
    searchCustomers(url.searchParams, desk, fault?.kind === 'filter-ignored'),
  customers: ({ url }, desk) => allCustomers(url.searchParams, desk),
  customerInvoices: ({ url }, desk) => customerInvoices(url.searchParams, desk),
  invoices: ({ url }, desk, fault) =>
    invoices(url.searchParams, desk, {
      shift: fault?.kind === 'duplicate-row' ? 1 : 0,
      isFilterIgnored: fault?.kind === 'filter-ignored',
      isWindowIgnored: fault?.kind === 'window-ignored',
    }),
  settle: ({ body }, desk) => settle(body, desk),
  companies: (_, desk) => companies(desk),
  serviceStates: () => states(),
  renegotiations: ({ url }, desk) => renegotiations(url.searchParams, desk),
}

export const startHubsoftApi = async (options: HubsoftApiOptions = {}): Promise<HubsoftApiSimulator> => {
  const clock = options.clock ?? Date.now
  const tenant = options.tenant ?? 'new'
  const today = (): string => todayOf(clock())
  const database = newDatabase(today)
  const tokens = tokenOffice(clock)
  const ledger = ledgerBook()
  const faults = faultSwitch<HubsoftCall | 'other', HubsoftFault>()

  const work = (call: HubsoftCall | 'other', exchange: Exchange, fault: ContentFault | null): Answer => {
    const instead = fault && contentFaultAnswer(fault)
    if (instead) return instead
    if (call === 'token') return tokens.answer(exchange.body)
    if (!tokens.accepts(exchange.headers['authorization'])) return unauthorized
    if (call === 'other') return json({ message: 'Not Found' }, 404)
    return routes[call](exchange, { database, tenant, today: today() }, fault)
  }
  const handle = async (exchange: Exchange): Promise<void> => {
    const { method, url, headers, body } = exchange
    const call = callOf(method, url.pathname)
    const fault = faults.take(call)
    const query = Object.fromEntries(url.searchParams)
    ledger.arrived({ call, at: clock(), method, path: url.pathname, query, headers, body: body.toString() })
    if (fault && isContentFault(fault)) return write(exchange.response, work(call, exchange, fault))
    if (fault && isEarly(fault)) {
      if (await playEarly(exchange, fault, faults.released()))
        write(exchange.response, work(call, exchange, null))
      return
    }
    await playLate(exchange, work(call, exchange, null), fault, faults.released())
  }

  const listener = await listen(options.port ?? 0, handle)
  return {
    url: listener.origin,
    port: listener.port,
    database,
    tokens,
    ledger,
    faults,
    close: listener.close,
  }
}
