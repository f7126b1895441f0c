import { expect, test } from 'vitest'
import { recordIn } from '../negativation/machine.samples.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { ErpRecord } from '../store/records.ts'
import { readVitals } from './vitals.ts'

const startedAt = Date.parse('2026-11-25T13:00:00Z')
const erp = (id: string): ErpRecord => ({
  id,
  kind: 'hubsoft',
  description: 'HubSoft',
  baseUrl: 'https://api.empresa.hubsoft.com.br',
  savedAt: '2026-11-25T12:00:00.000Z',
  tested: null,
})
const swept = (id: string, completedAt: string) =>
  ({
    collection: 'sweeps',
    id: `payments:${id}`,
    value: { id: `payments:${id}`, completedAt, problem: null },
  }) as const

test('of a new service', async () => {
  expect(await readVitals(memoryStore(), { startedAt, now: startedAt + 61_500 })).toEqual({
    uptimeSeconds: 61,
    isReadOnly: false,
    storeReason: null,
    lastSweepAt: null,
    queues: { removals: 0, atRisk: 0, tasks: 0, unknownInclusions: 0, batches: 0, queries: 0 },
  })
})

test('counts what waits, names the sweep that is furthest behind, and nobody', async () => {
  const store = memoryStore()
  const records = [
    recordIn('unknown', { id: 'a' }),
    recordIn('verifying', { id: 'b' }),
    recordIn('active', { id: 'c' }),
  ]
  await store.commit([
    ...records.map((value) => ({ collection: 'negativations' as const, id: value.id, value })),
    { collection: 'erps', id: 'e1', value: erp('e1') },
    { collection: 'erps', id: 'e2', value: erp('e2') },
    swept('e1', '2026-11-25T12:50:00.000Z'),
  ])
  const now = startedAt
  expect((await readVitals(store, { startedAt, now })).lastSweepAt).toBeNull()
  await store.commit([swept('e2', '2026-11-25T12:40:00.000Z')])
  const vitals = await readVitals(store, { startedAt, now })
  expect(vitals).toMatchObject({
    lastSweepAt: '2026-11-25T12:40:00.000Z',
    queues: { removals: 1, unknownInclusions: 1 },
  })
  expect(JSON.stringify(vitals)).not.toMatch(/731|MARIA|empresa/)
})

test('G75 · a clock that was set back makes no negative age', async () => {
  expect((await readVitals(memoryStore(), { startedAt, now: startedAt - 5_000 })).uptimeSeconds).toBe(0)
})
