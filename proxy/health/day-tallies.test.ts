import { describe, expect, test } from 'vitest'
import type { BatchItemRecord, NegativationRecord } from '../store/records.ts'
import { recordIn } from '../negativation/machine.samples.ts'
import { ledgerOf } from '../negativation/ledger.ts'
import type { MachineEvent } from '../negativation/event.ts'
import { recordIndex } from '../negativation/record-index.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { Store } from '../store/store.ts'
import { dayTallies } from './day-tallies.ts'

/** 25/11/2026 10:00 in Brazil. */
const NOW = Date.parse('2026-11-25T13:00:00Z')
const hour = 3_600_000
const problem = { code: 'connect-down', text: 'down', hint: 'wait' } as const
const accepted: MachineEvent = { kind: 'accepted', protocol: 'P1', reference: null }
const refused: MachineEvent = { kind: 'refused', code: '12', text: 'CEP' }
const lost: MachineEvent = { kind: 'lost', problem }

/** A store whose questions are counted. */
const countedStore = () => {
  const store = memoryStore()
  const asked = { times: 0 }
  const query: Store['query'] = (...of) => {
    asked.times += 1
    return store.query(...of)
  }
  return { store: { ...store, query }, asked }
}

const world = (options: { most?: number } = {}) => {
  const { store, asked } = countedStore()
  const time = { now: NOW }
  const clock = () => time.now
  const started = () => {
    const ledger = ledgerOf({ store, clock })
    return {
      ledger,
      tallies: dayTallies({ store, ledger, index: recordIndex({ store, ledger }), clock, ...options }),
    }
  }
  const { ledger, tallies } = started()
  const put = (id: string, fields: Partial<NegativationRecord> = {}) =>
    store.commit([
      {
        collection: 'negativations',
        id,
        value: recordIn('sending', { id, confirmKey: `key-${id}`, ...fields }),
      },
    ])
  const happen = (id: string, event: MachineEvent) => ledger.apply(id, () => ({ event, actor: 'Ana' }))
  return {
    store,
    asked,
    time,
    ledger,
    tallies,
    put,
    happen,
    /** Another process on the same data. */
    restarted: () => started().tallies,
  }
}
const nothing = { included: { single: 0, batch: 0 }, cleared: 0, refused: 0, unknown: 0, removalsFailed: 0 }

describe('the day', () => {
  test('counts by act, and what failed; a restart changes no number', async () => {
    const { store, tallies, put, happen, restarted } = world()
    for (const id of ['a', 'b', 'c', 'd', 'e']) await put(id)
    await put('test', { environment: 'test' })
    const item = { id: 'l1:1', batchId: 'l1', key: 'key-b' } as BatchItemRecord
    await store.commit([{ collection: 'batchItems', id: item.id, value: item }])
    expect(await tallies.read()).toEqual({
      today: { date: '2026-11-25', ...nothing },
      yesterday: { date: '2026-11-24', ...nothing },
    })
    for (const id of ['a', 'b', 'c', 'test']) await happen(id, accepted)
    await happen('d', refused)
    await happen('e', lost)
    const { today } = await tallies.read()
    expect(today).toMatchObject({ included: { single: 2, batch: 1 }, refused: 1, unknown: 1 })
    await happen('e', accepted)
    expect((await tallies.read()).today).toMatchObject({ included: { single: 3, batch: 1 }, unknown: 0 })
    expect(await restarted().read()).toEqual(await tallies.read())
  })

  test('G78 · at midnight in Brazil today becomes yesterday, and then is left behind', async () => {
    const { tallies, put, happen, time, restarted } = world()
    await put('a')
    await put('b')
    await happen('a', accepted)
    const { today } = await tallies.read()
    time.now = Date.parse('2026-11-26T02:59:00Z')
    expect((await tallies.read()).today).toEqual(today)
    time.now += 2 * 60_000
    await happen('b', accepted)
    const next = await tallies.read()
    expect(next.yesterday).toEqual(today)
    expect(next.today).toMatchObject({ date: '2026-11-26', included: { single: 1 } })
    expect(await restarted().read()).toEqual(next)
    time.now += 24 * hour
    expect((await tallies.read()).yesterday).toEqual(next.today)
    // G75: a clock that is set back.
    time.now -= 24 * hour
    expect(await tallies.read()).toEqual(next)
  })

  test('a further question costs nothing unless something has changed, however many there are', async () => {
    const { tallies, put, happen, asked } = world()
    for (let place = 0; place < 300; place += 1) {
      await put(`n${place}`)
      await happen(`n${place}`, accepted)
    }
    expect((await tallies.read()).today.included).toEqual({ single: 300, batch: 0 })
    asked.times = 0
    await tallies.read()
    expect(asked.times).toBe(0)
    await put('one')
    await happen('one', refused)
    asked.times = 0
    expect((await tallies.read()).today).toMatchObject({ included: { single: 300 }, refused: 1 })
    expect(asked.times).toBeLessThan(5)
  })

  test('when nobody asks for long the changed ones are not collected without end, and nothing is missing', async () => {
    const { tallies, put, happen } = world({ most: 2 })
    await tallies.read()
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await put(id)
      await happen(id, accepted)
    }
    // The index follows the ledger, as in the service.
    expect((await tallies.read()).today.included.single).toBe(5)
  })

  test('an erased record is not counted any more, as after a restart', async () => {
    const { tallies, put, happen, ledger, restarted } = world()
    await put('a')
    await happen('a', accepted)
    expect((await tallies.read()).today.included.single).toBe(1)
    await ledger.erase(['a'], async () => [])
    expect((await tallies.read()).today.included.single).toBe(0)
    expect((await restarted().read()).today.included.single).toBe(0)
  })

  test('a question that the store cannot answer loses nothing for the next one', async () => {
    const { store, ledger, put, happen } = world()
    const state = { isBroken: false }
    const query: Store['query'] = (...of) =>
      state.isBroken ? Promise.reject(new Error('broken')) : store.query(...of)
    const weak = dayTallies({
      store: { query },
      ledger,
      index: recordIndex({ store, ledger }),
      clock: () => NOW,
    })
    await weak.read()
    await put('a')
    await happen('a', accepted)
    state.isBroken = true
    await expect(weak.read()).rejects.toThrow('broken')
    state.isBroken = false
    expect((await weak.read()).today.included.single).toBe(1)
  })
})
