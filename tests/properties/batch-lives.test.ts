import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check'
import { expect, test } from 'vitest'
import { isLive } from '../../proxy/negativation/registered.ts'
import type { NegativationRecord } from '../../proxy/store/records.ts'
import { AppError } from '../../shared/errors.ts'
import { erpFaults, inclusionFaults, lookFaults } from './batch-faults.ts'
import { invoiceOf } from './batch-debtors.ts'
import { batchLife } from './batch-life.ts'
import type { BatchLife } from './batch-life.ts'
import { batchWorld } from './batch-world.ts'
import { overheard } from './debtors.ts'
import { mortalStore } from './mortal-store.ts'
import { settle } from './virtual-time.ts'

const people = 8
const place = integer({ min: 1, max: people })
const batch = integer({ min: 0, max: 1 })
const calls = integer({ min: 0, max: 6 })
const times = integer({ min: 1, max: 4 })

const steps = oneof(
  { weight: 4, arbitrary: record({ do: constant('resume'), batch }) },
  { weight: 2, arbitrary: record({ do: constant('pause'), batch }) },
  { weight: 1, arbitrary: record({ do: constant('cancel'), batch }) },
  { weight: 5, arbitrary: record({ do: constant('pass'), milliseconds: integer({ min: 0, max: 40_000 }) }) },
  { weight: 2, arbitrary: record({ do: constant('restart'), depth: integer({ min: 0, max: 60 }) }) },
  {
    weight: 3,
    arbitrary: record({ do: constant('include'), fault: constantFrom(...inclusionFaults), calls, times }),
  },
  {
    weight: 2,
    arbitrary: record({ do: constant('look'), fault: constantFrom(...lookFaults), calls, times }),
  },
  { weight: 1, arbitrary: record({ do: constant('erp'), error: constantFrom(...erpFaults, null) }) },
  { weight: 1, arbitrary: record({ do: constant('pay'), place }) },
  { weight: 1, arbitrary: record({ do: constant('press'), place }) },
  {
    weight: 1,
    arbitrary: record({
      do: constant('rule'),
      isPaused: boolean(),
      batchAtOnce: integer({ min: 1, max: 8 }),
    }),
  },
)
type Step = typeof steps extends { generate: (...of: never[]) => { value: infer Value } } ? Value : never

/** Two batches about the same people, the platforms, the persons and the process, all on a clock that only the test moves. */
const lives = async (isEager: boolean) => {
  const told = new Map<string, string>()
  const breaches: string[] = []
  let isAsked = false
  const world = await batchWorld({
    people,
    policy: { batchAtOnce: isEager ? 8 : 2, batchPerMinute: isEager ? 6_000 : 60 },
  })
  const { outside, bureau, fake, debts, until, pass } = world
  // What is sent twice is to be seen, and not refused by a bureau that happens to notice.
  bureau.pefin.refusesDuplicates = false
  outside.erp = overheard(fake.erp, told)
  outside.bureau = {
    debtState: (...call) => bureau.debtState(...call),
    include: async (credentials, inclusion) => {
      const { contract } = inclusion
      const [sending] = await outside.store.query('negativations', { contract, state: 'sending' })
      if (!sending) breaches.push('an inclusion left without an intent on disk')
      if (!isAsked) breaches.push('an inclusion left without a person after the start')
      if (sending?.invoices.some(({ id }) => told.get(id) !== 'open'))
        breaches.push('an inclusion left after the payment was known')
      return bureau.include(credentials, inclusion)
    },
  }
  const batches = [await world.batch(), await world.batch(debts.toReversed())]
  for (const id of batches) await world.book.change(id, () => ({ fields: { state: 'paused' }, entry: null }))

  let seed = 1
  const live = async () => {
    const { store, kill } = mortalStore(outside.store)
    isAsked = false
    return { kill, life: await until(batchLife({ ...outside, store }, (seed += 1))) }
  }
  let now = await live()

  const ignore = (thrown: unknown): void => {
    if (!(thrown instanceof AppError) || thrown.code === 'internal') throw thrown
  }
  const act = async (step: Step): Promise<void> => {
    const { life } = now
    switch (step.do) {
      case 'resume':
        isAsked = true
        return life.resume(batches[step.batch]!)
      case 'pause':
        void life.pause(batches[step.batch]!)
        return
      case 'cancel':
        await life.cancel(batches[step.batch]!)
        return
      case 'pass':
        return pass(step.milliseconds)
      case 'restart':
        for (let turn = 0; turn < step.depth; turn += 1) await Promise.resolve()
        now.kill()
        await settle()
        now = await live()
        return
      case 'include':
        return bureau.faults.after('include', step.calls, step.fault, step.times)
      case 'look':
        return bureau.faults.after('debtState', step.calls, step.fault, step.times)
      case 'erp':
        return fake.failure(step.error, 'customer')
      case 'pay':
        return fake.pay(invoiceOf(step.place), '2026-11-25' as never)
      case 'press':
        isAsked = true
        void life.single(debts[step.place - 1]!).catch(ignore)
        return
      case 'rule':
        return world.rule({ isPaused: step.isPaused, batchAtOnce: step.batchAtOnce })
    }
  }
  /** Everything is well again, and a person goes on until nothing waits. */
  const end = async (): Promise<BatchLife> => {
    bureau.faults.clear()
    fake.failure(null, 'customer')
    await world.rule({ isPaused: false })
    isAsked = true
    for (const id of batches)
      for (let turn = 0; turn < 20; turn += 1) {
        await now.life.resume(id)
        await until(now.life.runner.idle())
        await until(now.life.sender.idle())
      }
    return now.life
  }
  return { world, batches, act, end, breaches }
}

/** What the records of one debt get wrong of it, given how often the bureau took it. */
const wrongWith = (records: readonly NegativationRecord[], sent: number): string[] => {
  const states = records.map(({ state }) => state)
  const live = records.filter(isLive)
  return [
    sent > 1 && 'twice at the bureau',
    // What the bureau has, the records know of; what they call sent, the bureau has.
    sent === 1 && !states.includes('sent') && !states.includes('unknown') && 'at the bureau, unknown to us',
    sent === 0 && states.includes('sent') && 'sent in our eyes alone',
    live.length > 1 && 'two live records',
  ].filter((wrong) => wrong !== false)
}

test('whatever happens to two batches, the platforms and the process: each debt once at most, and no item lost', async () => {
  await assert(
    asyncProperty(array(steps, { minLength: 3, maxLength: 25 }), boolean(), async (all, isEager) => {
      const { world, batches, act, end, breaches } = await lives(isEager)
      for (const step of all) await act(step)
      const life = await end()
      expect(breaches).toEqual([])

      const records = await world.outside.store.query('negativations')
      for (const contract of new Set(records.map((each) => each.contract)))
        expect(
          wrongWith(
            records.filter((each) => each.contract === contract),
            world.bureau.pefin.inclusions(contract),
          ),
        ).toEqual([])
      for (const id of batches) {
        const { state } = await life.book.get(id)
        const counts = await life.counts(id)
        const whole = Object.values(counts).reduce((sum, count) => sum + count, 0)
        expect(['done', 'cancelled']).toContain(state)
        expect([counts.sending, state === 'done' ? counts.waiting : 0, whole]).toEqual([0, 0, people])
        const keys = new Set(state === 'done' ? (await life.book.items(id)).map(({ key }) => key) : [])
        const leftBehind = records.filter((each) => each.state === 'draft' && keys.has(each.confirmKey ?? ''))
        expect(leftBehind).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)
