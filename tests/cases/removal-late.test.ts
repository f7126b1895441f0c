import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf, sampleNegativation } from './sample-negativation.ts'
import { sampleRemoval } from './sweep-world.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { RemovalRecord } from '../../proxy/store/records.ts'
import { createTasks } from '../../proxy/tasks/tasks.ts'
import { ledgerOf } from '../../proxy/negativation/ledger.ts'
import { tellLate } from '../../proxy/negativation/tell-late.ts'

/** Two business days after the payment of the sample, a Tuesday. */
const now = Date.parse('2026-11-26T13:00:00Z')

const told = async (removal: Partial<RemovalRecord>, at = now) => {
  const store = memoryStore()
  const clock = (): number => at
  const tasks = createTasks({ store, ledger: ledgerOf({ store, clock }), clock, random: randomBytes })
  const record = sampleNegativation({ state: 'removal-requested', removal: sampleRemoval(removal) })
  await store.commit([{ collection: 'negativations', id: record.id, value: record }])
  const tell = tellLate({ store, tasks, clock })
  await tell()
  await tell()
  const open = await store.query('tasks', { isOpen: true })
  return open.map(({ kind, deadline }) => [kind, deadline])
}

test('G33 · a removal that runs late is told once, with its deadline, also when it was never tried', async () => {
  expect(await told({ attempts: 0 })).toEqual([['removal-late', dayOf('2026-12-01')]])
})

test('G33 · one that still has days, that was wished a moment ago or that waits for a person is not', async () => {
  expect(await told({ clockFrom: dayOf('2026-11-25') })).toEqual([])
  expect(await told({ requestedAt: new Date(now - 60_000).toISOString() })).toEqual([])
  expect(await told({ isHeld: true })).toEqual([])
})

test('G75 · a wish that lies ahead after a clock was set back is told all the same', async () => {
  expect(await told({ requestedAt: new Date(now + 9 * 3_600_000).toISOString() })).toHaveLength(1)
})
