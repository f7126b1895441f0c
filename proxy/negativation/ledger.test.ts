import { expect, test } from 'vitest'
import { memoryStore } from '../store/memory-store.ts'
import { drafted, newDraft } from './draft-record.ts'
import { ledgerOf, program } from './ledger.ts'
import { recordIn } from './machine.samples.ts'

const clock = () => Date.parse('2026-11-25T13:00:00Z')

test('a draft that is shown anew keeps what has happened to it meanwhile: no line of its history is written over', async () => {
  const store = memoryStore()
  const ledger = ledgerOf({ store, clock })
  const read = recordIn('draft')
  await ledger.draft(read.id, () => read, null)
  const problem = { code: 'connect-unreachable', text: '', hint: '' } as const
  for (const event of [
    { kind: 'confirm', key: 'k', text: null },
    { kind: 'not-sent', problem },
  ] as const)
    await ledger.apply(read.id, () => ({ event, actor: 'Ana' }))

  await ledger.draft(read.id, (before) => ({ ...(before ?? read), seal: 'anew' }), null)
  expect(await ledger.get(read.id)).toMatchObject({ state: 'draft', seal: 'anew', version: read.version + 2 })
  await ledger.apply(read.id, () => ({ event: { kind: 'cancel' }, actor: program }))
  const lines = await store.query('history', { negativationId: read.id })
  expect(lines.map(({ event }) => event)).toEqual(['confirm', 'not-sent', 'cancel'])
})

test('what has left the draft is not shown anew', async () => {
  const ledger = ledgerOf({ store: memoryStore(), clock })
  const read = recordIn('draft')
  await ledger.draft(read.id, () => read, null)
  await ledger.apply(read.id, () => ({ event: { kind: 'cancel' }, actor: 'Ana' }))
  expect(await ledger.draft(read.id, () => read, null)).toBeNull()
  expect(await ledger.get(read.id)).toMatchObject({ state: 'cancelled' })
})

test('a record that begins with its first event is one commit, told once, with both lines of its history', async () => {
  const store = memoryStore()
  let commits = 0
  const commit: typeof store.commit = async (changes, options) => {
    commits += 1
    await store.commit(changes, options)
  }
  const ledger = ledgerOf({ store: { ...store, commit }, clock })
  const told: string[] = []
  ledger.watch(({ state }) => told.push(state))
  const draft = newDraft(recordIn('draft'), { id: 'new', at: '2026-11-25T13:00:00.000Z', actor: 'Ana' })
  const act = { event: { kind: 'confirm', key: 'k', text: null }, actor: 'Ana' } as const
  expect(await ledger.begin(draft, drafted(draft), act)).toMatchObject({
    state: 'sending',
    confirmKey: 'k',
    version: 1,
  })
  expect([commits, told]).toEqual([1, ['sending']])
  const lines = await store.query('history', { negativationId: 'new' })
  expect(lines.map(({ id, event, to }) => [id, event, to])).toEqual([
    ['new:0', 'draft', 'draft'],
    ['new:1', 'confirm', 'sending'],
  ])
  const other = { ...draft, id: 'other' }
  const refused = { event: { kind: 'refused', code: null, text: '' }, actor: 'Ana' } as const
  expect(await ledger.begin(other, drafted(other), refused)).toBeNull()
  expect(commits).toBe(1)
})

test('erased records go in one commit with what belongs to them, after whatever was under way; who follows is told', async () => {
  const store = memoryStore()
  const ledger = ledgerOf({ store, clock })
  const ids = ['a', 'b']
  for (const id of ids) await ledger.draft(id, () => recordIn('draft', { id }), null)
  const gone: string[] = []
  ledger.watchErased((id) => gone.push(id))
  const earlier = ledger.apply('b', () => ({ event: { kind: 'cancel' }, actor: 'Ana' }))
  let later: Promise<unknown> = Promise.resolve()
  const erasing = ledger.erase(['b', 'a', 'b', 'unknown'], async (records) => {
    later = ledger.apply('a', () => ({ event: { kind: 'cancel' }, actor: 'Ana' }))
    expect(records.map(({ id, state }) => `${id} ${state}`)).toEqual(['b cancelled', 'a draft'])
    return [{ collection: 'history', id: 'b:4', value: null }]
  })
  await Promise.all([earlier, erasing])
  await expect(later).rejects.toMatchObject({ code: 'negativation-unknown' })
  expect(await store.query('negativations')).toEqual([])
  expect(await store.query('history')).toEqual([])
  expect(gone).toEqual(['b', 'a'])
})

test('nothing is erased when it is thought better of', async () => {
  const store = memoryStore()
  const ledger = ledgerOf({ store, clock })
  await ledger.draft('a', () => recordIn('draft', { id: 'a' }), null)
  await ledger.erase(['a'], async () => null)
  await expect(ledger.erase(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await store.query('negativations')).toHaveLength(1)
})
