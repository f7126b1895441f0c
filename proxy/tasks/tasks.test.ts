import { expect, test } from 'vitest'
import { ledgerOf } from '../negativation/ledger.ts'
import { recordIn, removalOf } from '../negativation/machine.samples.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { NegativationRecord } from '../store/records.ts'
import { createTasks } from './tasks.ts'

const world = async (record: NegativationRecord) => {
  let now = Date.parse('2026-11-25T13:00:00Z')
  let turn = 0
  const clock = () => now
  const store = memoryStore()
  const ledger = ledgerOf({ store, clock })
  const random = (bytes: number) => new Uint8Array(bytes).fill((turn += 1))
  const open = () => createTasks({ store, ledger, clock, random })
  await store.commit([{ collection: 'negativations', id: record.id, value: record }])
  const tasks = open()
  return { store, ledger, tasks, open, record, later: (milliseconds: number) => void (now += milliseconds) }
}

const active = recordIn('active')

test('the same thing told twice is one task; told with other facts the open one is brought up to date', async () => {
  const { tasks, store } = await world(active)
  await Promise.all([
    tasks.open('partial-payment', active, { balance: '59,80' }),
    tasks.open('partial-payment', active, { balance: '59,80' }),
  ])
  expect(await tasks.list()).toHaveLength(1)
  await tasks.open('partial-payment', active, { balance: '19,80' })
  const [task] = await tasks.list()
  expect(task).toMatchObject({ params: { balance: '19,80' }, actions: ['remove', 'keep'], resolved: null })
  expect(await store.query('tasks', {})).toHaveLength(1)
})

test('what a person took note of is not told again with the same facts, but with new ones, and after it was over', async () => {
  const { tasks } = await world(active)
  const keep = async () => {
    const [task] = await tasks.list()
    await tasks.resolve(task?.id ?? '', { action: 'keep', note: 'o cliente paga o resto amanhã' }, 'Ana')
  }
  await tasks.open('partial-payment', active, { balance: '59,80' })
  await keep()
  await tasks.open('partial-payment', active, { balance: '59,80' })
  expect(await tasks.list()).toEqual([])
  await tasks.open('partial-payment', active, { balance: '19,80' })
  expect(await tasks.list()).toHaveLength(1)
  await keep()
  await tasks.close('partial-payment', active.id)
  await tasks.open('partial-payment', active, { balance: '19,80' })
  expect(await tasks.list()).toHaveLength(1)
})

test('a task whose reason is gone is closed by the program, and says so', async () => {
  const { tasks, store } = await world(active)
  await tasks.open('invoice-vanished', active)
  await tasks.close('invoice-vanished', active.id)
  expect(await tasks.list()).toEqual([])
  const [task] = await store.query('tasks', {})
  expect(task?.resolved).toMatchObject({ by: 'Nada Consta', action: 'acknowledge' })
})

test('a task of which the record’s new state makes nothing is closed with the change; after a crash, at the start', async () => {
  const unknown = recordIn('unknown')
  const { tasks, ledger, store, open } = await world(unknown)
  await tasks.open('inclusion-unknown', unknown)
  await ledger.apply(unknown.id, () => ({ event: { kind: 'person-not-found', text: 'nada' }, actor: 'Ana' }))
  await tasks.idle()
  expect(await tasks.list()).toEqual([])

  await tasks.open('inclusion-unknown', unknown)
  const ended = recordIn('not-included')
  await store.commit([{ collection: 'negativations', id: ended.id, value: ended }])
  const next = open()
  await next.recover()
  expect(await next.list()).toEqual([])
})

test('of two people who answer one task the first is heard', async () => {
  const { tasks, ledger } = await world(active)
  await tasks.open('letter-returned', active)
  const [task] = await tasks.list()
  const answers = await Promise.allSettled([
    tasks.resolve(task?.id ?? '', { action: 'keep', note: 'endereço certo' }, 'Ana'),
    tasks.resolve(task?.id ?? '', { action: 'remove', note: '' }, 'Bia'),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(answers[1]).toMatchObject({ reason: { code: 'task-resolved', params: { by: 'Ana' } } })
  expect((await ledger.get(active.id)).removal).toBeNull()
})

test('what may be done is that of this moment, and an action that the task does not offer is refused', async () => {
  const held = recordIn('removal-requested', { removal: removalOf({ isHeld: true }) })
  const { tasks, ledger } = await world(held)
  await tasks.open('payment-undone', held)
  const [task] = await tasks.list()
  expect(task).toMatchObject({ actions: ['keep', 'remove', 'look-again'], deadline: '2026-11-27' })
  const answer = (action: 'acknowledge' | 'keep', note: string) =>
    tasks.resolve(task?.id ?? '', { action, note }, 'Ana')
  await expect(answer('acknowledge', '')).rejects.toMatchObject({ code: 'task-action-refused' })
  await expect(answer('keep', '')).rejects.toMatchObject({ code: 'note-missing' })
  await answer('keep', 'o banco devolveu o pagamento')
  expect(await ledger.get(held.id)).toMatchObject({ state: 'active', removal: null })
  await expect(answer('keep', 'de novo')).rejects.toMatchObject({ code: 'task-resolved' })
  await expect(tasks.resolve('nobody', { action: 'keep', note: 'x' }, 'Ana')).rejects.toMatchObject({
    code: 'task-unknown',
  })
})

test('a reason that the integration does not list is refused, and nothing is latched', async () => {
  const { tasks, ledger } = await world(active)
  await tasks.open('letter-returned', active)
  const [task] = await tasks.list()
  await expect(
    tasks.resolve(task?.id ?? '', { action: 'remove', reasonCode: '99', note: '' }, 'Ana'),
  ).rejects.toMatchObject({ code: 'removal-reason-unknown' })
  expect((await ledger.get(active.id)).state).toBe('active')
  expect(await tasks.list()).toHaveLength(1)
})

test('the nearest deadline comes first, then the oldest', async () => {
  const late = recordIn('removal-requested', { id: 'late', removal: removalOf() })
  const { tasks, store, later } = await world(active)
  await store.commit([{ collection: 'negativations', id: late.id, value: late }])
  await tasks.open('letter-returned', active)
  later(1000)
  await tasks.open('expiring', active)
  later(1000)
  await tasks.open('removal-late', late)
  expect((await tasks.list()).map(({ kind }) => kind)).toEqual([
    'removal-late',
    'letter-returned',
    'expiring',
  ])
})

test('a wish to look again is passed on, and the task is answered', async () => {
  const unknown = recordIn('unknown')
  const { tasks } = await world(unknown)
  const wished: string[] = []
  const end = tasks.onLookAgain((id) => void wished.push(id))
  await tasks.open('inclusion-unknown', unknown)
  const [task] = await tasks.list()
  await tasks.resolve(task?.id ?? '', { action: 'look-again', note: '' }, 'Ana')
  expect(wished).toEqual([unknown.id])
  await tasks.open('inclusion-unknown', unknown)
  end()
  const [again] = await tasks.list()
  await tasks.resolve(again?.id ?? '', { action: 'look-again', note: '' }, 'Ana')
  expect(wished).toEqual([unknown.id])
})
