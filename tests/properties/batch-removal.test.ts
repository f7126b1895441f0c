import { expect, test } from 'vitest'
import { integrationRegistry } from '../../proxy/integrations/registry.ts'
import { usualPace } from '../../proxy/negativation/pace.ts'
import { regularWork } from '../../proxy/regular-work.ts'
import { removalServices } from '../../proxy/removal-services.ts'
import { invoiceOf } from './batch-debtors.ts'
import type { BatchWorld } from './batch-world.ts'
import { batchWorld } from './batch-world.ts'
import { erpId } from './integration-setup.ts'
import { randomOf } from './random-of.ts'
import { settle } from './virtual-time.ts'

/** What clears names, beside the batches and over the same records. */
const clearing = async (world: BatchWorld) => {
  const { outside, ledger, bureau } = world
  const { store, vault, clock, elapsed } = outside
  const random = randomOf(5)
  const onFailure = (thrown: unknown): void => void world.failures.push(thrown)
  const { works, recover } = removalServices({
    store,
    vault,
    ledger,
    registry: integrationRegistry({ store, vault, random }),
    erps: { get: async () => outside.erp, all: async () => [{ id: erpId, erp: outside.erp }] },
    removals: bureau,
    clock,
    elapsed,
    random,
    pace: usualPace,
    onFailure,
  })
  const tick = regularWork(works, { elapsed, onFailure })
  await recover()
  return async (): Promise<void> => {
    void tick()
    await settle()
  }
}

/** Milliseconds from the payment of somebody who is registered to the removal at the bureau. */
const delayWith = async (begin: (world: BatchWorld) => Promise<unknown>): Promise<number> => {
  const world = await batchWorld({ people: 40, policy: { batchAtOnce: 8, batchPerMinute: 6_000 } })
  const { bureau, fake, time, until, pass, debts } = world
  const tick = await clearing(world)
  await until(world.single(debts[0]!))
  await until(world.sender.idle())
  await tick()
  await begin(world)
  await pass(usualPace.tick)
  fake.pay(invoiceOf(1), '2026-11-25' as never)
  const paidAt = time.clock()
  const removal = () => bureau.sent.find(({ call }) => call === 'remove')
  while (!removal() && time.clock() - paidAt < 3_600_000) {
    await tick()
    await pass(usualPace.tick)
  }
  return (removal()?.at ?? Infinity) - paidAt
}

const silence = new Promise(() => {})

test.each([
  ['whose inclusions hang', { include: { kind: 'slow', until: silence } }],
  ['whose looks hang', { debtState: { kind: 'slow', until: silence } }],
  ['that was told to wait', { include: { kind: 'rate-limit', retryAfter: '290' } }],
  ['that fails', { debtState: { kind: 'status', status: 503, isDone: false } }],
] as const)('a batch %s holds up no removal: it leaves as fast as without one', async (_, faults) => {
  const alone = await delayWith(async () => {})
  const beside = await delayWith(async (world) => {
    for (const [call, fault] of Object.entries(faults))
      world.bureau.faults.set(call as 'include', fault, 'always')
    await world.resume(await world.batch(world.debts.slice(1)))
  })
  expect(alone).toBeLessThanOrEqual(usualPace.sweep + usualPace.sweepJitter + usualPace.tick)
  expect(beside).toBe(alone)
})
