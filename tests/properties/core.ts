import type { Inclusions, Removals } from '../../proxy/bureaus/bureau.ts'
import type { Erp } from '../../proxy/erps/erp.ts'
import { inclusionServices } from '../../proxy/inclusion-services.ts'
import { integrationRegistry } from '../../proxy/integrations/registry.ts'
import { ledgerOf } from '../../proxy/negativation/ledger.ts'
import type { Pace } from '../../proxy/negativation/pace.ts'
import { regularWork } from '../../proxy/regular-work.ts'
import { removalServices } from '../../proxy/removal-services.ts'
import type { Store } from '../../proxy/store/store.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import { AppError } from '../../shared/errors.ts'
import { erpId } from './integration-setup.ts'
import { mortalStore } from './mortal-store.ts'
import { randomOf } from './random-of.ts'
import { settle } from './virtual-time.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What outlives a process, and what lies outside of it. */
export interface Surroundings {
  store: Store
  vault: Vault
  time: VirtualTime
  bureau: Inclusions & Removals
  /** As the desk asks it, and as the program does by itself. */
  erp: { desk: Erp; program: Erp }
  pace: Pace
}

/** One life of the process: everything that includes, clears and watches, put together as the service does it. */
export const openCore = async (
  { time, vault, bureau, erp, pace, ...outside }: Surroundings,
  seed: number,
) => {
  const { store, kill } = mortalStore(outside.store)
  const { clock, elapsed } = time
  const random = randomOf(seed)
  const failures: unknown[] = []
  const onFailure = (thrown: unknown) => void failures.push(thrown)
  const ledger = ledgerOf({ store, clock })
  const registry = integrationRegistry({ store, vault, random })
  const pool = (opened: Erp) => ({
    get: async (id: string) => {
      if (id !== erpId) throw new AppError('erp-unknown')
      return opened
    },
    all: async () => [{ id: erpId, erp: opened }],
  })
  const shared = { store, vault, registry, ledger, clock, elapsed, random, pace, onFailure }
  const inclusion = inclusionServices({
    ...shared,
    erps: pool(erp.desk),
    inclusions: bureau,
    lookUps: bureau,
  })
  const removal = removalServices({ ...shared, erps: pool(erp.program), removals: bureau })
  const work = regularWork([...removal.works, ...inclusion.works], { elapsed, onFailure })

  await inclusion.recover()
  await removal.recover()
  await settle()
  return {
    ledger,
    handlers: { ...inclusion.handlers, ...removal.handlers },
    /** What the program could not do, told to its log. */
    failures,
    kill,
    /** Resolves when nothing that the program does by itself is under way. */
    idle: async () => {
      await inclusion.idle()
      await removal.idle()
    },
    /** One regular tick, and everything that comes of it at once. */
    tick: async (): Promise<void> => {
      void work()
      await settle()
    },
  }
}
export type Core = Awaited<ReturnType<typeof openCore>>
