import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { liveStates, negativationStates } from '../../shared/api.ts'
import { trackedItems } from '../batch/tracked-items.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { Change } from '../store/store.ts'
import { memoryVault } from '../vault/memory-vault.ts'
import {
  endedBatch,
  everythingOf,
  historyOf,
  jose,
  maria,
  personOf,
  privacyOver,
  queryOf,
  storeText,
  taskOf,
} from './privacy.samples.ts'

const mariaSample = personOf(maria, 'm')
const joseSample = personOf(jose, 'j')

const filled = async (...more: Change[]) => {
  const store = memoryStore()
  await store.commit([endedBatch, ...everythingOf(mariaSample, 1), ...everythingOf(joseSample, 3), ...more])
  return { store, ...privacyOver(store) }
}
const refusing = () => Promise.reject(new Error('disk'))
const all = { queries: 1, reports: 1, records: 1, history: 1, batchItems: 2, tasks: 1 }
const none = { queries: 0, reports: 0, records: 0, history: 0, batchItems: 0, tasks: 0 }

describe('what is held', () => {
  test('of one person, counted; and what would stay until when', async () => {
    const { service, store } = await filled()
    const before = await storeText(store)
    expect(await service.held(maria)).toEqual({
      counts: all,
      staying: [
        { kind: 'registration', protocol: 'P1', until: '2032-11-20' },
        { kind: 'query', protocol: '900000001', until: '2032-11-20' },
      ],
      obstacles: [],
    })
    expect(await storeText(store)).toBe(before)
  })

  test('the export has all of it and nobody else, and is noted without the document', async () => {
    const { service, store } = await filled()
    const file = await service.export(maria, 'Ana')
    expect(file).toMatchObject({
      document: '731.640.258-07',
      exportedBy: 'Ana',
      queries: [
        { protocol: '900000001', purpose: 'sale', report: expect.stringContaining(mariaSample.name) },
      ],
      records: [{ protocol: 'P1', history: [{ event: 'accepted', actor: 'Ana' }] }],
      batchItems: [{ name: mariaSample.name }, { position: 2 }],
      tasks: [{ kind: 'removed-elsewhere' }],
    })
    const text = JSON.stringify(file)
    for (const other of [jose, joseSample.name, 'confirm-', 'seal']) expect(text).not.toContain(other)
    const acts = await store.query('privacyActs')
    expect(acts).toMatchObject([{ by: 'Ana', kind: 'export', reason: null }])
    expect(JSON.stringify(acts)).not.toContain(maria)
  })
})

describe('erasure', () => {
  test('nothing of the person is left but the declared proofs; the other person is untouched', async () => {
    const { service, store } = await filled()
    const held = await service.held(jose)
    const result = await service.erase(maria, 'Pedido do titular 731.640.258-07', 'Ana')
    expect(result).toMatchObject({ erased: all, staying: [{ kind: 'registration' }, { kind: 'query' }] })
    const text = await storeText(store)
    for (const trace of [maria, '731.640.258-07', mariaSample.name, '77m', '88m', 'invoice-m'])
      expect([trace, text.includes(trace)]).toEqual([trace, false])
    expect(await service.held(jose)).toEqual(held)
    expect(await store.query('proofs', { id: 'record-m' })).toMatchObject([
      {
        kind: 'registration',
        until: '2032-11-20',
        facts: { protocol: 'P1', totalCents: expect.any(Number), state: 'removed' },
        events: [{ event: 'accepted', actor: 'Ana', protocol: 'P1' }],
      },
    ])
    expect(await store.query('privacyActs')).toMatchObject([
      { by: 'Ana', kind: 'erase', reason: 'Pedido do titular …' },
    ])
  })

  test('the numbers of a batch stay right: an item that was sent still counts as sent', async () => {
    const { service, store } = await filled()
    await service.erase(maria, 'x', 'Ana')
    const items = trackedItems()
    for (const item of await store.query('batchItems', { batchId: 'batch-1' })) items.put(item)
    expect(items.stateAt(1)).toBe('sent')
    expect(items.stateAt(2)).toBe('cancelled')
  })

  test('the same again erases nothing, and says the same of what stays', async () => {
    const { service } = await filled()
    const first = await service.erase(maria, 'x', 'Ana')
    const again = await service.erase(maria, 'x', 'Ana')
    expect(again).toEqual({ erased: none, staying: first.staying })
    expect(await service.held(maria)).toEqual({ counts: none, staying: first.staying, obstacles: [] })
  })

  test('a failed commit leaves everything as it was: it is one', async () => {
    const { store } = await filled()
    const before = await storeText(store)
    const { service } = privacyOver({ ...store, commit: refusing })
    await expect(service.erase(maria, 'x', 'Ana')).rejects.toThrow('disk')
    expect(await storeText(store)).toBe(before)
  })

  test('a proof whose time is over is not made, and one of the test environment neither', async () => {
    const { store, service, time } = await filled()
    time.now = Date.parse('2032-11-21T12:00:00.000Z')
    expect((await service.erase(maria, 'x', 'Ana')).staying).toEqual([])
    await store.commit(everythingOf(personOf(maria, 'm', { environment: 'test' }), 1))
    expect((await service.held(maria)).staying.map(({ kind }) => kind)).toEqual([])
  })

  test('two installations name the same person differently', async () => {
    const store = memoryStore()
    await privacyOver(store, memoryVault()).service.export(maria, 'Ana')
    await privacyOver(store, memoryVault()).service.export(maria, 'Ana')
    const [one, other] = await store.query('privacyActs')
    expect(one?.person).not.toBe(other?.person)
  })
})

describe('refusals', () => {
  const recent = '2027-02-20T12:00:00.000Z'
  test.each([
    ['person-registered', personOf(maria, 'l', { state: 'active' })],
    ['person-registered', personOf(maria, 'l', { state: 'sent' })],
    ['person-under-way', personOf(maria, 'l', { state: 'unknown' })],
    ['person-under-way', personOf(maria, 'l', { state: 'verifying' })],
    ['person-watched', personOf(maria, 'l', { state: 'removed', changedAt: recent })],
  ])('%s: nothing changes', async (code, { record }) => {
    const { service, store } = await filled({ collection: 'negativations', id: record.id, value: record })
    const before = await storeText(store)
    await expect(service.erase(maria, 'x', 'Ana')).rejects.toMatchObject({ code })
    expect((await service.held(maria)).obstacles[0]).toMatchObject({ code })
    expect(await storeText(store)).toBe(before)
    expect((await service.held(jose)).obstacles).toEqual([])
  })

  const open = taskOf(mariaSample.record, true)
  const batch = { ...endedBatch, value: { ...(endedBatch.value as object), endedAt: null } } as Change
  test.each<[string, Change]>([
    ['person-task-open', { collection: 'tasks', id: open.id, value: open }],
    [
      'person-query-running',
      {
        collection: 'queries',
        id: 'q2',
        value: queryOf(maria, { id: 'q2', state: 'running', endedAt: null }),
      },
    ],
    ['person-in-batch', batch],
  ])('%s', async (code, change) => {
    const { service } = await filled(change)
    await expect(service.erase(maria, 'x', 'Ana')).rejects.toMatchObject({ code })
  })

  test('a live debt is never erased, whatever else is held; everything else is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...negativationStates), { minLength: 1, maxLength: 5 }),
        async (states) => {
          const store = memoryStore()
          const records = states.map((state, at) => personOf(maria, `p${at}`, { state }).record)
          await store.commit(
            records.flatMap((record): Change[] => [
              { collection: 'negativations', id: record.id, value: record },
              { collection: 'history', id: `${record.id}:1`, value: historyOf(record) },
            ]),
          )
          const { service } = privacyOver(store)
          const isLive = states.some((state) => liveStates.some((live) => live === state))
          const isRefused = await service.erase(maria, 'x', 'Ana').then(
            () => false,
            () => true,
          )
          expect(isRefused).toBe(isLive)
          expect(await store.query('negativations')).toHaveLength(isLive ? states.length : 0)
          expect(await store.query('history')).toHaveLength(isLive ? states.length : 0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
