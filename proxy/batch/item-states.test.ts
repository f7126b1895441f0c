import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { negativationStates } from '../../shared/api.ts'
import type { BatchItemState, NegativationState } from '../../shared/api.ts'
import { ledgerOf } from '../negativation/ledger.ts'
import { events, recordIn, removalOf } from '../negativation/machine.samples.ts'
import { recordIndex } from '../negativation/record-index.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { BatchItemRecord, NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { batchAt, batchOf, itemAt } from './batch.samples.ts'
import { batchBook } from './book.ts'
import { itemStateOf, noItems, sendingOf } from './item-state.ts'
import { itemStates } from './item-states.ts'

const minute = 60_000
const all: ReadonlySet<BatchItemState> = new Set()

const world = async (items: readonly BatchItemRecord[], over: (store: Store) => Store = (store) => store) => {
  const time = { now: Date.parse(batchAt) }
  const clock = (): number => time.now
  const loads: string[] = []
  const kept = memoryStore()
  const query: Store['query'] = (collection, match) => {
    if (collection === 'batchItems') loads.push(collection)
    return kept.query(collection, match)
  }
  const store = over({ ...kept, query })
  const ledger = ledgerOf({ store, clock })
  const book = batchBook({ store, clock })
  const index = recordIndex({ store, ledger })
  const states = itemStates({ book, ledger, index, clock })
  await book.create(batchOf({ state: 'running' }), items)

  const record = (id: string, fields: Partial<NegativationRecord>) =>
    kept.commit([{ collection: 'negativations', id, value: recordIn('draft', { ...fields, id }) }])
  /** A draft of the item is confirmed with its key. */
  const confirm = async (id: string, key: string) => {
    await ledger.draft(id, (before) => before ?? recordIn('draft', { id }), null)
    await ledger.apply(id, () => ({ event: { kind: 'confirm', key, text: null }, actor: 'Ana' }))
  }
  const apply = (id: string, name: keyof typeof events) =>
    ledger.apply(id, () => ({ event: events[name], actor: 'Ana' }))
  return { time, loads, store, book, ledger, states, record, confirm, apply }
}

const going = (position: number, fields: Partial<BatchItemRecord> = {}) =>
  itemAt(position, { isGoing: true, ...fields })
const end = (state: 'skipped' | 'failed') => ({
  state,
  at: batchAt,
  problem: null,
  changes: [],
  negativationId: null,
})

describe('where an item is', () => {
  test.each<[NegativationState, BatchItemState]>([
    ['draft', 'waiting'],
    ['cancelled', 'waiting'],
    ['sending', 'sending'],
    ['unknown', 'unknown'],
    ['not-included', 'failed'],
    ['rejected', 'refused'],
    ['sent', 'sent'],
    ['active', 'sent'],
    ['removal-requested', 'sent'],
    ['removing', 'sent'],
    ['verifying', 'sent'],
    ['removed', 'sent'],
  ])('a record that is %s makes it %s', (state, expected) => {
    expect(itemStateOf({ end: null }, sendingOf({ state, removal: null }))).toBe(expected)
  })

  test('its record decides before its own end; without either it waits', () => {
    expect(itemStateOf({ end: end('skipped') }, 'sent')).toBe('sent')
    expect(itemStateOf({ end: end('skipped') }, null)).toBe('skipped')
    expect(itemStateOf({ end: null }, null)).toBe('waiting')
  })

  test('a record that was to be cleared before it had left is not to leave any more', () => {
    expect(sendingOf({ state: 'cancelled', removal: removalOf() })).toBe('cancelled')
  })
})

describe('the items of a batch in memory', () => {
  test('are read once, and then followed over book and ledger', async () => {
    const { states, loads, confirm, apply, book } = await world([going(1), going(2), going(3), itemAt(4)])
    const live = await states.of('b1')
    expect(live.counts()).toEqual({ ...noItems(), waiting: 3 })
    await confirm('n1', 'item-key-1')
    expect(live.stateAt(1)).toBe('sending')
    await apply('n1', 'accepted')
    await confirm('n2', 'item-key-2')
    await apply('n2', 'refused')
    await book.keepItems([going(3, { end: end('skipped') })], true)
    expect(live.counts()).toEqual({ ...noItems(), sent: 1, refused: 1, skipped: 1 })
    expect(live.positions(new Set(['sent', 'skipped']))).toEqual([1, 3])
    expect(live.positions(all)).toEqual([1, 2, 3, 4])
    expect((await states.of('b1')).counts()).toEqual(live.counts())
    expect(loads).toHaveLength(1)
  })

  test('a record from before the start is found by the key that it bears', async () => {
    const { states, record } = await world([going(1), going(2)])
    await record('n1', { state: 'active', confirmKey: 'item-key-1' })
    await record('n2', { state: 'sent', confirmKey: 'somebody-else' })
    const live = await states.of('b1')
    expect([live.stateAt(1), live.stateAt(2)]).toEqual(['sent', 'waiting'])
  })

  test('an attempt that provably did not leave lets its item wait, and a fresh key has no record yet', async () => {
    const { states, confirm, apply, book } = await world([going(1)])
    const live = await states.of('b1')
    await confirm('n1', 'item-key-1')
    await apply('n1', 'not-sent')
    expect(live.stateAt(1)).toBe('waiting')
    await confirm('n1', 'item-key-1')
    await apply('n1', 'refused')
    expect(live.stateAt(1)).toBe('refused')
    await book.keepItems([going(1, { key: 'fresh' })], true)
    expect(live.stateAt(1)).toBe('waiting')
    await confirm('n2', 'fresh')
    expect(live.counts()).toEqual({ ...noItems(), sending: 1 })
    // The record of the used key says nothing of the item any more.
    await apply('n1', 'read')
    expect(live.stateAt(1)).toBe('sending')
  })

  test('what book and ledger tell while it is read is newer than what was read', async () => {
    const gate = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const { states, book, confirm } = await world([going(1), going(2)], (store) => ({
      ...store,
      query: async (collection, match) => {
        const found = await store.query(collection, match)
        if (collection !== 'batchItems') return found
        asked.resolve()
        await gate.promise
        return found
      },
    }))
    const loading = states.of('b1')
    await asked.promise
    await book.keepItems([going(1, { end: end('failed') })], true)
    await confirm('n2', 'item-key-2')
    gate.resolve()
    const live = await loading
    expect([live.stateAt(1), live.stateAt(2)]).toEqual(['failed', 'sending'])
  })

  test('a batch that is over is forgotten when nobody looks for ten minutes; one that goes on is not', async () => {
    const { states, loads, time, book } = await world([going(1)])
    await states.of('b1')
    time.now += 11 * minute
    await states.of('b1')
    expect(loads).toHaveLength(1)
    await book.keepItems([going(1, { end: end('skipped') })], true)
    time.now += 9 * minute
    await states.of('b1')
    time.now += 10 * minute
    await states.of('b1')
    expect(loads).toHaveLength(2)
  })

  test('a disk that could not be read is asked again', async () => {
    let fails = true
    const { states } = await world([going(1)], (store) => ({
      ...store,
      query: (collection, match) => {
        if (collection === 'batchItems' && fails) return Promise.reject(new Error('EIO'))
        return store.query(collection, match)
      },
    }))
    await expect(states.of('b1')).rejects.toThrow('EIO')
    fails = false
    expect((await states.of('b1')).counts().waiting).toBe(1)
  })

  test('whatever happens, in memory is what the disk would say', async () => {
    const names = Object.keys(events) as (keyof typeof events)[]
    const step = fc.oneof(
      fc.record({ kind: fc.constant('confirm' as const), place: fc.integer({ min: 1, max: 3 }) }),
      fc.record({
        kind: fc.constant('event' as const),
        place: fc.integer({ min: 1, max: 3 }),
        name: fc.constantFrom(...names.filter((name) => name !== 'confirm')),
      }),
      fc.record({
        kind: fc.constant('item' as const),
        place: fc.integer({ min: 1, max: 3 }),
        isEnded: fc.boolean(),
        isRenewed: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { states, book, store, confirm, apply } = await world([going(1), going(2), going(3)])
        const live = await states.of('b1')
        for (const [count, each] of steps.entries()) {
          const item = (await book.item('b1', each.place))!
          const id = `n${each.place}`
          if (each.kind === 'confirm') await confirm(id, item.key)
          else if (each.kind === 'event') await apply(id, each.name).catch(() => {})
          else {
            const key = each.isRenewed ? `fresh-${count}` : item.key
            await book.keepItems([{ ...item, key, end: each.isEnded ? end('failed') : null }], true)
          }
        }
        const records = await store.query('negativations')
        const counts = noItems()
        for (const item of await book.items('b1')) {
          const record = records.find(({ confirmKey }) => confirmKey === item.key)
          const state = itemStateOf(item, record ? sendingOf(record) : null)
          expect(live.stateAt(item.position)).toBe(state)
          counts[state] += 1
        }
        expect(live.counts()).toEqual(counts)
      }),
      { numRuns: 60 },
    )
  })

  test('every state of a record says something of its item, or that it waits', () => {
    for (const state of negativationStates)
      expect(itemStateOf({ end: null }, sendingOf({ state, removal: null }))).toBeTypeOf('string')
  })
})
