import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NegativationState } from '../../shared/api.ts'
import { liveStates, negativationStates } from '../../shared/api.ts'
import { batchOf } from '../batch/batch.samples.ts'
import { unreadItem } from '../batch/read-item.ts'
import { savePolicy } from '../policy/policy.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { Change } from '../store/store.ts'
import {
  dayMs,
  endedBatch,
  everythingOf,
  historyOf,
  maria,
  personOf,
  privacyOver,
  taskOf,
} from './privacy.samples.ts'
import { retention } from './retention.ts'

const sample = personOf(maria, 'm')

const opened = async (...changes: Change[]) => {
  const store = memoryStore()
  await store.commit(changes)
  const { time, clock, ledger } = privacyOver(store)
  const run = (most?: number) => retention({ store, ledger, clock, ...(most !== undefined && { most }) })
  return { store, time, run }
}
const recordsAt = (changedAt: string, states: readonly NegativationState[] = negativationStates): Change[] =>
  states.flatMap((state, at): Change[] => {
    const { record } = personOf(maria, `s${at}`, { state, changedAt })
    return [
      { collection: 'negativations', id: record.id, value: record },
      { collection: 'history', id: `${record.id}:1`, value: historyOf(record) },
    ]
  })

test('ended records go after the months of the policy, not a day before, with everything that belongs to them', async () => {
  const { store, time, run } = await opened(endedBatch, ...everythingOf(sample, 1))
  const tidy = run()
  time.now = Date.parse('2032-11-20T12:00:00.000Z')
  await tidy()
  expect(await store.query('negativations')).toHaveLength(1)
  expect(await store.query('queries')).toHaveLength(1)
  time.now += dayMs
  await tidy()
  for (const name of ['negativations', 'history', 'tasks', 'invoiceLinks', 'queries', 'answers'] as const)
    expect([name, await store.query(name)]).toEqual([name, []])
})

test('a shorter policy is not possible, a longer one holds', async () => {
  const { store, time, run } = await opened(...everythingOf(sample, 1))
  await savePolicy(store, { repeatDays: 30, retentionDays: 180, recordMonths: 84 })
  time.now = Date.parse('2033-11-20T12:00:00.000Z')
  await run()()
  expect(await store.query('negativations')).toHaveLength(1)
  time.now += dayMs
  await run()()
  expect(await store.query('negativations')).toHaveLength(0)
})

test('a live debt is never touched, however old', async () => {
  const { store, time, run } = await opened(...recordsAt('2020-01-01T12:00:00.000Z'))
  time.now = Date.parse('2090-01-01T12:00:00.000Z')
  await run()()
  const left = (await store.query('negativations')).map(({ state }) => state)
  expect(left.toSorted()).toEqual(['draft', ...liveStates].toSorted())
  expect(await store.query('history')).toHaveLength(left.length)
})

test('one about which somebody still has to decide stays', async () => {
  const task = taskOf(sample.record, true)
  const { store, time, run } = await opened(...everythingOf(sample, 1), {
    collection: 'tasks',
    id: task.id,
    value: task,
  })
  time.now = Date.parse('2040-01-01T12:00:00.000Z')
  await run()()
  expect(await store.query('negativations')).toHaveLength(1)
})

test('drafts and batches that were given up go after their days; a confirmed batch is kept as long as records', async () => {
  const endedAt = '2027-01-20T12:00:00.000Z'
  const item = unreadItem(
    { batchId: 'b1', position: 1, asked: { customerId: '1', serviceId: null, invoiceIds: ['1'] }, key: 'k' },
    null,
  )
  const confirmation = { at: endedAt, by: 'Ana', clientId: 'c', key: 'k', accepted: [], written: '' }
  const going = { people: 1, debts: 1, invoices: 1, cents: 1 }
  const { store, time, run } = await opened(
    { collection: 'batches', id: 'b1', value: batchOf({ state: 'cancelled', endedAt }) },
    { collection: 'batchItems', id: item.id, value: item },
    {
      collection: 'batches',
      id: 'b2',
      value: batchOf({ id: 'b2', state: 'done', endedAt, confirmation: { ...confirmation, going } }),
    },
    { collection: 'batches', id: 'b3', value: batchOf({ id: 'b3', state: 'draft' }) },
    ...recordsAt(endedAt, ['cancelled']),
  )
  time.now = Date.parse('2027-02-19T12:00:00.000Z')
  await run()()
  expect(await store.query('batches')).toHaveLength(3)
  time.now += dayMs
  await run()()
  expect((await store.query('batches')).map(({ id }) => id)).toEqual(['b2', 'b3'])
  expect(await store.query('batchItems')).toEqual([])
  expect(await store.query('negativations')).toEqual([])
})

test('proofs go when their time is over', async () => {
  const { store, time, run } = await opened({
    collection: 'proofs',
    id: 'p',
    value: {
      id: 'p',
      kind: 'query',
      person: 'hash',
      until: sample.record.due,
      facts: {},
      events: [],
    },
  })
  time.now = Date.parse(`${sample.record.due}T12:00:00.000Z`)
  await run()()
  expect(await store.query('proofs')).toHaveLength(1)
  time.now += dayMs
  await run()()
  expect(await store.query('proofs')).toEqual([])
})

const beat = (at: string): Change => ({
  collection: 'heartbeats',
  id: 'heartbeat',
  value: { id: 'heartbeat', at },
})

test('G75 · a clock that is years ahead erases nothing on its first day; put right, nothing was lost', async () => {
  const { store, time, run } = await opened(...everythingOf(sample, 1), beat('2027-03-01T12:00:00.000Z'))
  const tidy = run()
  time.now = Date.parse('2040-01-01T12:00:00.000Z')
  await tidy()
  await store.commit([beat('2040-01-01T12:01:00.000Z')])
  await tidy()
  expect(await store.query('negativations')).toHaveLength(1)
  time.now += dayMs
  await tidy()
  expect(await store.query('negativations')).toHaveLength(0)
})

test('a run is bounded, the next one goes on; whoever stops in between loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 12 }),
      async (count, most) => {
        const states = Array.from({ length: count }, (): NegativationState => 'removed')
        const { store, time, run } = await opened(...recordsAt('2020-01-01T12:00:00.000Z', states))
        time.now = Date.parse('2030-01-01T12:00:00.000Z')
        let left = count
        while (left > 0) {
          // A new one each time, as after a restart.
          await run(most)()
          expect(await store.query('negativations')).toHaveLength(Math.max(0, left - most))
          left -= most
        }
        expect(await store.query('history')).toEqual([])
      },
    ),
    { numRuns: 30 },
  )
})
