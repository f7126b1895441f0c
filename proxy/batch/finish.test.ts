import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../negativation/ledger.ts'
import { events, recordIn } from '../negativation/machine.samples.ts'
import { recordIndex } from '../negativation/record-index.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { BatchRecord } from '../store/records.ts'
import { batchAt, batchOf, itemAt } from './batch.samples.ts'
import { batchBook } from './book.ts'
import { finishBatch } from './finish.ts'
import { itemStates } from './item-states.ts'
import { oldBatches } from './old-batches.ts'
import { openBatches } from './open-batches.ts'
import { batchRecovery } from './recovery.ts'
import { meantStates, shownCounts, shownState } from './shown-states.ts'
import { noItems } from './item-state.ts'

const hour = 3_600_000

const world = async (batch: Partial<BatchRecord>, ended: readonly boolean[] = []) => {
  const time = { now: Date.parse(batchAt) + hour }
  const clock = (): number => time.now
  const store = memoryStore()
  const broken: { by: Error | null } = { by: null }
  const failures: unknown[] = []
  const guarded: typeof store = {
    ...store,
    commit: async (...of) => {
      if (broken.by) throw broken.by
      return store.commit(...of)
    },
  }
  const ledger = ledgerOf({ store, clock })
  const book = batchBook({ store: guarded, clock })
  const states = itemStates({ book, ledger, index: recordIndex({ store, ledger }), clock })
  const end = {
    state: 'skipped' as const,
    at: batchAt,
    problem: null,
    changes: [],
    negativationId: null,
  }
  await book.create(
    batchOf(batch),
    ended.map((isEnded, index) => itemAt(index + 1, { isGoing: true, end: isEnded ? end : null })),
  )
  const finish = finishBatch({ book, states, clock })
  const recovery = batchRecovery({ store, book, clock, onFailure: (thrown) => void failures.push(thrown) })
  const old = oldBatches({ store, book, clock })
  const batchNow = () => book.get('b1')
  const events = async () => (await batchNow()).log.map(({ event, actor }) => `${event} ${actor}`)
  return { time, store, broken, failures, ledger, book, finish, recovery, old, batchNow, events }
}
const now = '2026-11-25T14:00:00.000Z'

describe('the end of a batch', () => {
  test.each(['running', 'paused', 'stopped', 'interrupted'] as const)(
    'a batch that is %s is done when nothing waits',
    async (state) => {
      const { finish, events, batchNow } = await world({ state }, [true, true])
      expect(await finish('b1')).toMatchObject({ state: 'done', stop: null, endedAt: now })
      expect(await events()).toEqual(['drafted Ana', 'done Nada Consta'])
      expect(await finish('b1')).toBeNull()
      expect((await batchNow()).log).toHaveLength(2)
    },
  )

  test('while something waits or is being sent it is not', async () => {
    const { finish, ledger, batchNow } = await world({ state: 'running' }, [true, false])
    expect(await finish('b1')).toBeNull()
    await ledger.draft('n1', () => recordIn('draft', { id: 'n1' }), null)
    const key = itemAt(2).key
    await ledger.apply('n1', () => ({ event: { kind: 'confirm', key, text: null }, actor: 'Ana' }))
    expect(await finish('b1')).toBeNull()
    await ledger.apply('n1', () => ({ event: events.lost, actor: 'Ana' }))
    expect(await finish('b1')).toMatchObject({ state: 'done' })
    expect((await batchNow()).version).toBe(1)
  })

  test.each(['reading', 'draft', 'approval', 'done'] as const)('%s has no end of its own', async (state) => {
    const { finish } = await world({ state }, [])
    expect(await finish('b1')).toBeNull()
  })

  test('the rest of a cancelled one is cancelled once nothing is being sent', async () => {
    const { finish, batchNow } = await world({ state: 'cancelled' }, [false])
    const counts = { ...noItems(), waiting: 1 }
    expect(shownCounts(await batchNow(), counts)).toEqual(counts)
    expect(await finish('b1')).toMatchObject({ state: 'cancelled', endedAt: now })
    expect(shownCounts(await batchNow(), counts)).toEqual({ ...noItems(), cancelled: 1 })
    expect(shownState(await batchNow(), 'waiting')).toBe('cancelled')
    expect([...meantStates(await batchNow(), ['cancelled'])]).toEqual(['cancelled', 'waiting'])
    expect([...meantStates(await batchNow(), ['waiting'])]).toEqual([])
  })

  test('what ended while nobody ran it is found', async () => {
    const { store, finish, batchNow } = await world({ state: 'interrupted' }, [true])
    await openBatches({ store, finish })()
    expect((await batchNow()).state).toBe('done')
  })
})

describe('G31 · a restart never sends', () => {
  test.each([
    ['running', 'interrupted', null],
    ['reading', 'cancelled', now],
  ] as const)('a batch that was %s is %s', async (state, after, endedAt) => {
    const { recovery, batchNow, events } = await world({ state }, [false])
    await recovery.run()
    expect(await batchNow()).toMatchObject({ state: after, endedAt })
    expect(await events()).toEqual(['drafted Ana', 'interrupted Nada Consta'])
  })

  test.each(['draft', 'approval', 'paused', 'stopped', 'interrupted', 'cancelled', 'done'] as const)(
    'one that was %s stays so',
    async (state) => {
      const { recovery, batchNow } = await world({ state }, [])
      await recovery.run()
      expect(await batchNow()).toMatchObject({ state, version: 0 })
    },
  )

  test('G84 · what the disk did not take is tried again, and a batch of this process is none of them', async () => {
    const { recovery, batchNow, broken, failures, book } = await world({ state: 'running' }, [false])
    broken.by = new Error('ENOSPC')
    await recovery.run()
    expect(failures).toEqual([broken.by])
    broken.by = null
    await book.create(batchOf({ id: 'b2', state: 'running' }), [])
    await recovery.run()
    expect((await batchNow()).state).toBe('interrupted')
    expect((await book.get('b2')).state).toBe('running')
  })
})

describe('a batch that nobody confirms', () => {
  test.each(['draft', 'approval'] as const)('%s is given up after a day', async (state) => {
    const { old, batchNow, time, events } = await world({ state }, [])
    time.now = Date.parse(batchAt) + 24 * hour - 1
    await old()
    expect((await batchNow()).state).toBe(state)
    time.now += 1
    await old()
    expect(await batchNow()).toMatchObject({ state: 'cancelled', endedAt: new Date(time.now).toISOString() })
    expect(await events()).toEqual(['drafted Ana', 'cancelled Nada Consta'])
  })

  test('what runs, or rests, is not given up', async () => {
    for (const state of ['running', 'paused', 'stopped', 'interrupted'] as const) {
      const { old, batchNow, time } = await world({ state }, [false])
      time.now += 72 * hour
      await old()
      expect((await batchNow()).state).toBe(state)
    }
  })

  test('a full disk is not burdened with it', async () => {
    const { batchNow, time, book, store } = await world({ state: 'draft' }, [])
    time.now += 48 * hour
    const full = { ...store, status: () => ({ isReadOnly: false, reason: 'disk-full' as const }) }
    await oldBatches({ store: full, book, clock: () => time.now })()
    expect((await batchNow()).state).toBe('draft')
  })
})
