import { expect, test } from 'vitest'
import type { NegativationState } from '../../shared/api.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { ledgerOf } from './ledger.ts'
import { recordIn } from './machine.samples.ts'
import { oldDrafts } from './old-drafts.ts'

const day = 24 * 3_600_000
const shownAt = Date.parse('2026-11-25T13:00:00Z')

const keep = (store: Store, state: NegativationState, fields: Partial<NegativationRecord> = {}) => {
  const value = recordIn(state, { changedAt: new Date(shownAt).toISOString(), ...fields })
  return store.commit([{ collection: 'negativations', id: value.id, value }])
}

/** A draft of a given moment, and what happens between the list of drafts and the turn of the draft. */
const world = async (meanwhile: (store: Store) => Promise<void> = async () => {}) => {
  const time = { now: shownAt }
  const clock = (): number => time.now
  const kept = memoryStore()
  const matches: unknown[] = []
  const query: Store['query'] = async (collection, match) => {
    const found = await kept.query(collection, match)
    if (match && 'state' in match) {
      matches.push(match)
      await meanwhile(kept)
    }
    return found
  }
  const store = { ...kept, query }
  const put = (state: NegativationState, fields: Partial<NegativationRecord> = {}) =>
    keep(kept, state, fields)
  await put('draft')
  const run = oldDrafts({ store, ledger: ledgerOf({ store, clock }), clock })
  const states = async () => (await kept.query('negativations')).map(({ state }) => state)
  return { time, store, matches, put, run, states }
}

test('only what is a draft and a day old; looked for by its state, which is indexed', async () => {
  const { time, matches, put, run, states } = await world()
  await put('draft', { id: 'young', changedAt: new Date(shownAt + 1).toISOString() })
  await put('sent', { id: 'sent' })
  time.now += day
  await run()
  expect(await states()).toEqual(['cancelled', 'draft', 'sent'])
  expect(matches).toEqual([{ state: 'draft' }])
})

test('G75 · a clock that was set back makes no draft old', async () => {
  const { time, run, states } = await world()
  time.now -= 400 * day
  await run()
  expect(await states()).toEqual(['draft'])
})

test.each([
  ['confirmed', 'sending', shownAt],
  ['shown anew', 'draft', shownAt + day],
] as const)('one that is %s in the last moment stays', async (_what, state, changed) => {
  const { time, run, states } = await world((store) =>
    keep(store, state, { changedAt: new Date(changed).toISOString() }),
  )
  time.now += day
  await run()
  expect(await states()).toEqual([state])
})

test('G84 · on a full disk it leaves the last space to outcomes', async () => {
  const { time, store, run, states } = await world()
  time.now += day
  store.status = () => ({ isReadOnly: false, reason: 'disk-full' })
  await run()
  expect(await states()).toEqual(['draft'])
})
