import {
  defaultInclusionPolicy,
  readInclusionPolicy,
  saveInclusionPolicy,
} from '../../proxy/policy/inclusion-policy.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import type { InclusionPolicy } from '../../shared/api.ts'
import { fakeBureau } from '../fakes/bureau.ts'
import { fakeErp } from '../fakes/erp.ts'
import { fillDebtors } from './batch-debtors.ts'
import type { BatchSurroundings } from './batch-life.ts'
import { batchLife } from './batch-life.ts'
import { setUp } from './integration-setup.ts'
import { virtualTime } from './virtual-time.ts'
import { virtualWait } from './virtual-wait.ts'

/** 10 in the morning at the provider. */
export const startsAt = Date.parse('2026-11-25T13:00:00Z')

interface BatchWorldOptions {
  people: number
  policy?: Partial<InclusionPolicy>
  store?: Store
  /** What the service is given in place of the fakes. */
  around?: (fakes: Pick<BatchSurroundings, 'erp' | 'bureau'>) => Pick<BatchSurroundings, 'erp' | 'bureau'>
}

/** A provider with so many debtors, the bureau and the service, all in one process on a clock that only the test moves. */
export const batchWorld = async ({
  people,
  policy = {},
  store = memoryStore(),
  around = (fakes) => fakes,
}: BatchWorldOptions) => {
  const time = virtualTime(startsAt)
  const { wait, until, pass, step } = virtualWait(time)
  const fake = fakeErp()
  const bureau = fakeBureau({ clock: time.clock })
  const debts = fillDebtors(fake, people)
  const vault = memoryVault()
  await setUp(store, vault)
  await saveInclusionPolicy(store, { ...defaultInclusionPolicy, dailyLimit: 10_000, ...policy })
  const outside: BatchSurroundings = {
    store,
    vault,
    ...around({ erp: fake.erp, bureau }),
    clock: time.clock,
    elapsed: time.elapsed,
    wait,
  }
  const life = await batchLife(outside)
  return {
    ...life,
    time,
    fake,
    bureau,
    debts,
    outside,
    until,
    pass,
    step,
    /** Reads and confirms everybody, or these. */
    batch: (of: typeof debts = debts) => until(life.confirmed(of)),
    /** Begins or goes on, and lets it run until it stops, waits for a person, or is done. */
    run: async (batchId: string) => {
      await life.resume(batchId)
      await until(life.runner.idle())
      return life.book.get(batchId)
    },
    /** An administrator changes the rules. */
    rule: async (fields: Partial<InclusionPolicy>) => {
      await saveInclusionPolicy(store, { ...(await readInclusionPolicy(store)), ...fields })
    },
    includes: () => bureau.sent.filter(({ call }) => call === 'include').length,
  }
}
export type BatchWorld = Awaited<ReturnType<typeof batchWorld>>
