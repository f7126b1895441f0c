import type { Clock, Random } from '../shared/clock.ts'
import type { Removals } from './bureaus/bureau.ts'
import type { ErpPool } from './erps/erp-pool.ts'
import type { Registry } from './integrations/registry.ts'
import type { Ledger } from './negativation/ledger.ts'
import type { Pace } from './negativation/pace.ts'
import { createReconciler } from './negativation/reconcile.ts'
import { recoverRemovals } from './negativation/recover-removals.ts'
import { removalAccess } from './negativation/removal-access.ts'
import { removalReason, removalReasonsOf } from './negativation/removal-reason.ts'
import { removalService } from './negativation/removal-service.ts'
import { createRunner } from './negativation/runner.ts'
import { tellLate } from './negativation/tell-late.ts'
import { readInclusionPolicy } from './policy/inclusion-policy.ts'
import type { Work } from './regular-work.ts'
import { removalsHandlers } from './routes/removals.ts'
import { tasksHandlers } from './routes/tasks.ts'
import { restoredAudit } from './restored/audit.ts'
import { isHeldBack } from './restored/mark.ts'
import type { Store } from './store/store.ts'
import { createSweeper } from './sweep/sweeper.ts'
import { createTasks } from './tasks/tasks.ts'
import type { Vault } from './vault/vault.ts'

interface RemovalServicesDeps {
  store: Store
  vault: Vault
  registry: Registry
  ledger: Ledger
  erps: ErpPool
  /** The clearing side alone: nothing that acts by itself can include (case G31). */
  removals: Removals
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
  random: Random
  pace: Pace
  onFailure: (thrown: unknown) => void
}

/** What clears names by itself, put together from its ports: payments, removals, looks at the bureau, tasks. */
export const removalServices = (deps: RemovalServicesDeps) => {
  const { store, ledger, erps, clock, onFailure } = deps
  const tasks = createTasks(deps)
  const open = removalAccess(deps)
  const isWaiting = (id: string) => isHeldBack(store, id)
  const runner = createRunner({
    ...deps,
    removals: open,
    erpOf: (id) => erps.get(id),
    tasks,
    isHeldBack: isWaiting,
  })
  const reconciler = createReconciler({ ...deps, removals: open, tasks })
  const sweeper = createSweeper({
    ...deps,
    tasks,
    erps: () => erps.all(),
    policy: () => readInclusionPolicy(store),
    removalReason: async ({ integrationId }, cause) =>
      removalReason(await removalReasonsOf(store, integrationId), cause),
    onLatched: () => runner.kick(),
  })

  const restored = restoredAudit({
    ...deps,
    tasks,
    removals: open,
    askBureau: (record) => reconciler.examine(record),
    readErp: () => sweeper.examiner(),
  })

  let recovered = false
  /** From the disk alone; what the disk refuses is told and tried again with the next tick. */
  const recover = async (): Promise<void> => {
    if (recovered) return
    try {
      await recoverRemovals({ store, ledger })
      await tasks.recover()
      await runner.start()
      await reconciler.start()
      recovered = true
    } catch (thrown) {
      onFailure(thrown)
    }
  }
  const afterRecovery = (run: () => Promise<void>) => async (): Promise<void> => {
    if (recovered) await run()
  }

  const works: Work[] = [
    { every: 0, run: recover },
    { every: 0, run: afterRecovery(() => runner.tick()) },
    { every: 0, run: afterRecovery(() => sweeper.tick()) },
    { every: 0, run: afterRecovery(() => reconciler.tick()) },
    { every: 0, run: afterRecovery(() => restored.tick()) },
    { every: deps.pace.sweep, run: afterRecovery(tellLate({ store, tasks, clock })) },
  ]
  return {
    handlers: {
      ...removalsHandlers({ store, service: removalService({ store, ledger }), sweeper, restored, clock }),
      ...tasksHandlers(tasks),
    },
    works,
    recover,
    idle: async (): Promise<void> => {
      await restored.idle()
      await Promise.all([runner.idle(), reconciler.idle()])
      await tasks.idle()
    },
    stop: async (): Promise<void> => {
      await Promise.all([restored.stop(), sweeper.stop(), runner.stop(), reconciler.stop()])
    },
  }
}
