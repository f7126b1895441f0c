import type { Clock, Random } from '../shared/clock.ts'
import type { Removals } from './bureaus/bureau.ts'
import { connect } from './bureaus/connect/connect.ts'
import { candidateServices } from './candidate-services.ts'
import { erpPool } from './erps/erp-pool.ts'
import { erpRegistry } from './erps/erp-registry.ts'
import { hubsoft } from './erps/hubsoft/hubsoft.ts'
import { dayTallies } from './health/day-tallies.ts'
import { integrationRegistry } from './integrations/registry.ts'
import { inclusionServices } from './inclusion-services.ts'
import { ledgerOf } from './negativation/ledger.ts'
import { usualPace } from './negativation/pace.ts'
import type { Pace } from './negativation/pace.ts'
import { removalServices } from './removal-services.ts'
import type { Request } from './net/request.ts'
import { requestWith } from './net/request.ts'
import { serverTime } from './net/server-time.ts'
import { retention } from './privacy/retention.ts'
import { privacyService } from './privacy/service.ts'
import { queryService } from './queries/service.ts'
import { regularWork } from './regular-work.ts'
import { doctorHandlers } from './routes/doctor.ts'
import { dayHandlers } from './routes/day.ts'
import { erpsHandlers } from './routes/erps.ts'
import { integrationsHandlers } from './routes/integrations.ts'
import { policyHandlers } from './routes/policy.ts'
import { privacyHandlers } from './routes/privacy.ts'
import { queriesHandlers } from './routes/queries.ts'
import { inTurn } from './store/in-turn.ts'
import type { ToldStore } from './store/told-store.ts'
import type { Vault } from './vault/vault.ts'

/** Calls the task again and again, about so many milliseconds apart, until it is stopped: ticks, never a long timer (case G76). */
export type EveryTick = (task: () => Promise<void>, ms: number) => { stop: () => void }

export interface ServicesDeps {
  /** Loaded. */
  store: ToldStore
  vault: Vault
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed?: () => number
  random: Random
  /** Base of Connect. */
  connectUrl: string
  request?: Request
  /** How long the program waits between its acts. */
  pace?: Pace
  everyTick?: EveryTick
  /** Told when the regular work failed, e.g. a full disk; it is tried again with the next tick. */
  onFailure?: (thrown: unknown) => void
}

const minute = 60_000

const everyTickByTimer: EveryTick = (task, ms) => {
  const timer = setInterval(() => void task(), ms).unref()
  return { stop: () => clearInterval(timer) }
}

/** Everything about credit over its ports: the handlers, and what has to run with the process. */
export const createServices = (deps: ServicesDeps) => {
  const { store, vault, clock, random, connectUrl, onFailure = () => {} } = deps
  const time = serverTime(clock)
  const request = deps.request ?? requestWith(time.note)
  const { pace = usualPace, elapsed = () => performance.now() } = deps
  const bureau = connect({ request, clock, baseUrl: connectUrl.replace(/\/*$/, '/') })
  const registry = integrationRegistry({ store, vault, random })
  const open = (access: Parameters<typeof hubsoft>[0]['access']) => hubsoft({ request, clock, access })
  const erps = erpPool({ store, vault, open })
  const ledger = ledgerOf({ store, clock })
  const queries = queryService({ store, vault, registry, bureau, clock, random, onFailure })
  const shared = { store, vault, registry, ledger, erps, clock, elapsed, random, pace, onFailure }
  // The two halves share the record and nothing else: what acts by itself is never handed the including side (case G31).
  const inclusion = inclusionServices({ ...shared, inclusions: bureau, lookUps: bureau })
  const candidates = candidateServices({ ...shared, index: inclusion.index })
  const days = dayTallies({ store, ledger, index: inclusion.index, clock })
  const removals: Removals = {
    remove: (...call) => bureau.remove(...call),
    debtState: (...call) => bureau.debtState(...call),
  }
  const removal = removalServices({ ...shared, removals })

  const forgetting = inTurn()
  const forget = retention(shared)
  const beat = async (): Promise<void> => {
    const at = new Date(clock()).toISOString()
    await store.commit([{ collection: 'heartbeats', id: 'heartbeat', value: { id: 'heartbeat', at } }])
  }
  const tick = regularWork(
    [
      ...removal.works,
      ...inclusion.works,
      { every: minute, run: () => forgetting(() => queries.tidy()) },
      { every: minute, run: () => forgetting(forget) },
      { every: minute, run: () => store.maintain() },
    ],
    { elapsed, onFailure },
  )
  // After the first look at the payments, which wants to know how long nobody looked.
  const signOfLife = regularWork([{ every: minute, run: beat }], { elapsed, onFailure })
  let ticking: { stop: () => void } | null = null

  return {
    handlers: {
      ...integrationsHandlers({ registry, vault, bureau, clock }),
      ...erpsHandlers(erpRegistry({ store, vault, clock, random, open })),
      ...doctorHandlers({ store, clock, time }),
      ...policyHandlers(store),
      ...privacyHandlers(privacyService({ ...shared, watch: pace.watch, turn: forgetting })),
      ...queriesHandlers(queries),
      ...inclusion.handlers,
      ...candidates.handlers,
      ...removal.handlers,
      ...dayHandlers({ store, days, clock }),
    },
    /**
     * Settles what an earlier process left behind, from the disk alone, then keeps ticking: nothing here waits for the network, so that
     * the port is open at once (case G74). What the disk refuses is told and tried again.
     */
    start: async (): Promise<void> => {
      await queries.recover().catch(onFailure)
      await inclusion.recover()
      await removal.recover()
      ticking = (deps.everyTick ?? everyTickByTimer)(async () => {
        await tick()
        await signOfLife()
      }, pace.tick)
    },
    /** Resolves when nothing that the program does by itself is under way. */
    idle: () => Promise.all([inclusion.idle(), removal.idle()]),
    /** Ends with every outcome on disk that the disk takes. */
    stop: async (): Promise<void> => {
      ticking?.stop()
      candidates.stop()
      await Promise.all([inclusion.stop(), removal.stop(), queries.stop()])
    },
  }
}
