import type { Clock, Random } from '../shared/clock.ts'
import { connect } from './bureaus/connect/connect.ts'
import { erpRegistry } from './erps/erp-registry.ts'
import { hubsoft } from './erps/hubsoft/hubsoft.ts'
import { integrationRegistry } from './integrations/registry.ts'
import type { Request } from './net/request.ts'
import { request as netRequest } from './net/request.ts'
import { queryService } from './queries/service.ts'
import { erpsHandlers } from './routes/erps.ts'
import { integrationsHandlers } from './routes/integrations.ts'
import { policyHandlers } from './routes/policy.ts'
import { queriesHandlers } from './routes/queries.ts'
import type { Store } from './store/store.ts'
import type { Vault } from './vault/vault.ts'

export interface ServicesDeps {
  /** Loaded. */
  store: Store
  vault: Vault
  clock: Clock
  random: Random
  /** Base of Connect. */
  connectUrl: string
  request?: Request
  /** Calls the task about once a minute until it is stopped: ticks, never a long timer (case G76). */
  everyMinute?: (task: () => Promise<void>) => { stop: () => void }
  /** Told when the regular work failed, e.g. a full disk; it is tried again with the next tick. */
  onFailure?: (thrown: unknown) => void
}

const everyMinuteByTimer: NonNullable<ServicesDeps['everyMinute']> = (task) => {
  const timer = setInterval(() => void task(), 60_000).unref()
  return { stop: () => clearInterval(timer) }
}

/** Integrations, ERPs, queries and policy over their ports: the handlers, and what has to run with the process. */
export const createServices = (deps: ServicesDeps) => {
  const { store, vault, clock, random, connectUrl, request = netRequest, onFailure = () => {} } = deps
  const bureau = connect({ request, clock, baseUrl: connectUrl.replace(/\/*$/, '/') })
  const registry = integrationRegistry({ store, vault, random })
  const erps = erpRegistry({
    store,
    vault,
    clock,
    random,
    open: (access) => hubsoft({ request, clock, access }),
  })
  const queries = queryService({ store, vault, registry, bureau, clock, random, onFailure })
  const tidy = () => queries.tidy().catch(onFailure)
  let ticking: { stop: () => void } | null = null

  return {
    handlers: {
      ...integrationsHandlers({ registry, vault, bureau, clock }),
      ...erpsHandlers(erps),
      ...policyHandlers(store),
      ...queriesHandlers(queries),
    },
    /** Settles what an earlier process left behind, then keeps ticking. @throws `store-write-failed` */
    start: async (): Promise<void> => {
      await queries.recover()
      await tidy()
      ticking = (deps.everyMinute ?? everyMinuteByTimer)(tidy)
    },
    /** Ends with every outcome on disk that the disk takes. */
    stop: async (): Promise<void> => {
      ticking?.stop()
      await queries.stop()
    },
  }
}
