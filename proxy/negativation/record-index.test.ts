import { expect, test } from 'vitest'
import { dateAt } from '../../shared/business-time.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { recordIn } from './machine.samples.ts'
import type { Ledger } from './ledger.ts'
import { listPage } from './list.ts'
import { recordIndex } from './record-index.ts'

const watchable = () => {
  const listeners: ((record: NegativationRecord) => void)[] = []
  const watch: Ledger['watch'] = (listener) => {
    listeners.push(listener)
    return () => {}
  }
  const tell = (record: NegativationRecord) => listeners.forEach((listener) => listener(record))
  const erased: ((id: string) => void)[] = []
  const watchErased: Ledger['watchErased'] = (listener) => void erased.push(listener)
  const erase = (id: string) => erased.forEach((listener) => listener(id))
  return { ledger: { watch, watchErased }, tell, erase }
}
const filled = async (records: readonly NegativationRecord[]): Promise<Store> => {
  const store = memoryStore()
  await store.commit(records.map((value) => ({ collection: 'negativations' as const, id: value.id, value })))
  return store
}

test('it reads what is kept once, then follows the ledger', async () => {
  const { ledger, tell } = watchable()
  const store = await filled([
    recordIn('active', { id: 'a' }),
    recordIn('active', { id: 'b', confirmKey: 'k' }),
  ])
  const index = recordIndex({ store, ledger })
  expect(await index.byConfirmKey('k')).toBe('b')
  expect(await index.byConfirmKey('other')).toBeNull()
  tell(recordIn('active', { id: 'a', changedAt: '2026-11-25T13:00:00.000Z', state: 'removed' }))
  tell(recordIn('active', { id: 'c', customer: { id: '9', code: '1' }, confirmKey: 'l' }))
  const ordered = await index.ordered('changed')
  expect(ordered.map(({ id, state }) => `${id} ${state}`)).toEqual(['a removed', 'b active', 'c active'])
  expect((await index.ofCustomer('e1', '9')).map(({ id }) => id)).toEqual(['c'])
  expect(await index.byConfirmKey('l')).toBe('c')
})

test('an erased record is in no list, under no key and with no customer; its place of the daily limit stays used', async () => {
  const { ledger, erase } = watchable()
  const store = await filled([
    recordIn('removed', { id: 'a', confirmKey: 'k', sentAt: '2026-11-25T13:00:00.000Z' }),
    recordIn('removed', { id: 'b' }),
  ])
  const index = recordIndex({ store, ledger })
  await index.ordered('changed')
  const day = dateAt('2026-11-25T13:00:00Z')
  const sent = await index.sentOn(day)
  erase('a')
  erase('unknown')
  expect((await index.ordered('changed')).map(({ id }) => id)).toEqual(['b'])
  expect((await index.ordered('deadline')).map(({ id }) => id)).toEqual(['b'])
  expect(await index.byConfirmKey('k')).toBeNull()
  const { erpId, customer } = recordIn('removed')
  expect((await index.ofCustomer(erpId, customer.id)).map(({ id }) => id)).toEqual(['b'])
  expect(await index.sentOn(day)).toBe(sent)
})

test('what the ledger tells while the records are being read is the newer word', async () => {
  const { ledger, tell } = watchable()
  const index = recordIndex({
    store: await filled([recordIn('active', { id: 'a', state: 'active' })]),
    ledger,
  })
  const reading = index.ordered('changed')
  tell(recordIn('active', { id: 'a', state: 'removed' }))
  expect((await reading).map(({ state }) => state)).toEqual(['removed'])
})

test('a store that cannot be read once is read again the next time', async () => {
  const store = await filled([recordIn('active')])
  let broken = true
  const query: Store['query'] = (...asked) => {
    if (broken) return Promise.reject(new Error('unreadable'))
    return store.query(...asked)
  }
  const index = recordIndex({ store: { ...store, query }, ledger: watchable().ledger })
  await expect(index.ordered('changed')).rejects.toThrow('unreadable')
  broken = false
  expect(await index.ordered('changed')).toHaveLength(1)
})

const at = (id: string, sentAt: string | null) => recordIn('active', { id, sentAt })

test('inclusions are counted by the day in Brazil', async () => {
  const index = recordIndex({
    store: await filled([
      at('a', '2026-11-25T02:59:00.000Z'),
      at('b', '2026-11-25T03:00:00.000Z'),
      at('c', '2026-11-26T02:59:00.000Z'),
      at('d', null),
    ]),
    ledger: watchable().ledger,
  })
  expect(await index.sentOn(dateAt('2026-11-25T13:00:00Z'))).toBe(2)
})

test('the count of a day follows what is sent, sent again on another day, and given back as not sent', async () => {
  const { ledger, tell } = watchable()
  const index = recordIndex({ store: await filled([at('a', '2026-11-25T13:00:00.000Z')]), ledger })
  const sentOn = (day: string) => index.sentOn(dateAt(`${day}T13:00:00Z`))
  expect([await sentOn('2026-11-25'), await sentOn('2026-11-26')]).toEqual([1, 0])
  tell(at('b', '2026-11-25T23:30:00.000Z'))
  tell(at('b', '2026-11-25T23:30:00.000Z'))
  expect([await sentOn('2026-11-25'), await sentOn('2026-11-26')]).toEqual([2, 0])
  tell(at('b', '2026-11-26T13:00:00.000Z'))
  tell(at('a', null))
  expect([await sentOn('2026-11-25'), await sentOn('2026-11-26')]).toEqual([0, 1])
})

test('100.000 records: a page costs less than sorting them once, also after a change', async () => {
  const many = Array.from({ length: 100_000 }, (_, turn) =>
    recordIn('active', {
      id: `r${turn}`,
      changedAt: new Date(1_700_000_000_000 + ((turn * 7919) % 100_000) * 60_000).toISOString(),
    }),
  )
  const { ledger, tell } = watchable()
  const query = async (_: string, match: { state?: string } = {}) => (match.state === 'active' ? many : [])
  const store = { ...memoryStore(), query: query as unknown as Store['query'] }
  const index = recordIndex({ store, ledger })
  await index.ordered('changed')
  const input = { states: [], environment: null, order: 'changed', after: null, limit: 50 } as const
  const took: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    tell({ ...many[turn * 1000]!, changedAt: new Date(1_800_000_000_000 + turn).toISOString() })
    const begun = performance.now()
    const page = listPage(await index.ordered('changed'), {
      ...input,
      states: [...input.states],
      search: 'maria',
    })
    took.push(performance.now() - begun)
    expect(page).toMatchObject({ total: 100_000 })
    expect(page.ids[0]).toBe(`r${turn * 1000}`)
  }
  const sorted: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const begun = performance.now()
    many.toSorted((one, other) => one.changedAt.localeCompare(other.changedAt))
    sorted.push(performance.now() - begun)
  }
  // The quickest of each: what it costs, and not what else the machine does.
  expect(Math.min(...took)).toBeLessThan(Math.min(...sorted))
}, 30_000)
