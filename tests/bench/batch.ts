import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import type { Inclusions, Removals } from '../../proxy/bureaus/bureau.ts'
import type { Erp } from '../../proxy/erps/erp.ts'
import { defaultInclusionPolicy, saveInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import { openStore } from '../../proxy/store/open-store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { fakeErp } from '../fakes/erp.ts'
import { fillDebtors } from '../properties/batch-debtors.ts'
import { batchLife } from '../properties/batch-life.ts'
import { indexedErp } from '../properties/indexed-erp.ts'
import { setUp } from '../properties/integration-setup.ts'

const inclusions = 2_000
const atOnce = 8
/** Of every call to either platform; milliseconds. */
const latency = 100
const least = 0.93

/** Both platforms, each call answered after the latency and nothing else: what they cost is not what is measured. */
const slowPlatforms = (quick: Erp) => {
  const sent = new Set<string>()
  const slow = async <Answer>(answer: () => Answer | Promise<Answer>): Promise<Answer> => {
    await pass(latency)
    return answer()
  }
  const erp: Erp = {
    ...quick,
    customer: (...asked) => slow(() => quick.customer(...asked)),
    customersOf: (...asked) => slow(() => quick.customersOf(...asked)),
    invoices: (...asked) => slow(() => quick.invoices(...asked)),
  }
  const bureau: Inclusions & Pick<Removals, 'debtState'> = {
    include: (_, { contract }) =>
      slow(() => {
        if (sent.has(contract)) throw new Error('sent twice')
        sent.add(contract)
        return { protocol: String(sent.size).padStart(9, '0'), reference: null }
      }),
    debtState: () => slow(() => ({ kind: 'absent' })),
  }
  return { erp, bureau, sent }
}

/**
 * Prints how long a batch of 2,000 takes with 8 inclusions at once, over a store on the disk and platforms that answer each call after
 * 100 ms, beside what the latency of the inclusions alone takes. @returns whether the limit is reached
 */
export const benchBatch = async (print: (line: string) => void): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'nada-bench-batch-'))
  const vault = memoryVault()
  const store = await openStore({ folder: join(folder, 'store'), vault, random: randomBytes })
  try {
    const clock = Date.now
    const fake = fakeErp()
    const debts = fillDebtors(fake, inclusions)
    const quick = indexedErp(fake, debts)
    const { erp, bureau, sent } = slowPlatforms(quick)
    await setUp(store, vault)
    const pace = { batchAtOnce: atOnce, batchPerMinute: 6_000, dailyLimit: 10_000 }
    await saveInclusionPolicy(store, { ...defaultInclusionPolicy, ...pace })
    const outside = { store, vault, clock, elapsed: () => performance.now(), erp: quick, bureau }
    const life = await batchLife(outside)
    const batchId = await life.confirmed(debts)
    outside.erp = erp
    // The screen of the confirmation has them too.
    await life.counts(batchId)

    const begun = performance.now()
    await life.resume(batchId)
    await life.runner.idle()
    const took = performance.now() - begun

    const { state } = await life.book.get(batchId)
    const ideal = (latency * inclusions) / atOnce
    const share = ideal / took
    const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
    print(
      `batch of ${inclusions}, ${atOnce} at once, ${latency} ms a call: ${seconds(took)} for ${sent.size} sent (${state}), latency × n ÷ ${atOnce} ${seconds(ideal)}: ${share.toFixed(3)} of it (to reach: ≥ ${least})`,
    )
    return share >= least && sent.size === inclusions && state === 'done'
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await benchBatch((line) => process.stdout.write(`${line}\n`))
