import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { clearingWorld } from '../properties/clearing-world.ts'
import { settle } from '../properties/virtual-time.ts'
import { alter, callsOf, historyOf, newest, registered } from './removal-cases.ts'

test('G48 · "not found" for a record that we know by number is done: removed, already absent at the bureau', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.removeElsewhere(record.contract)
  world.payToday('119431')
  await world.wait(15)
  expect((await newest(world, 0)).state).toBe('verifying')
  await world.wait(60)
  expect((await newest(world, 0)).state).toBe('removed')
  expect((await historyOf(world, record)).map(({ event }) => event)).toContain('removal-absent')
  expect(await world.tasks()).toEqual([])
})

test('G48 · "not found" for a record of which we never had a number is no proof: a person looks, and it goes on until then', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  await alter(world, record, { protocol: null, reference: null })
  world.bureau.pefin.removeElsewhere(record.contract)
  world.payToday('119431')
  await world.wait(15)
  const waiting = await newest(world, 0)
  expect(waiting).toMatchObject({
    state: 'removal-requested',
    removal: { problem: { code: 'removal-unproven' } },
  })
  const [task] = await world.tasks()
  expect(task).toMatchObject({ kind: 'removal-unproven', negativationId: record.id })
  expect(task?.sent).toContainEqual({ label: 'contract', value: record.contract })
  await world.wait(60)
  expect((await world.tasks()).map(({ kind }) => kind)).toEqual(['removal-unproven'])

  const resolve = (note: string) =>
    world
      .core()
      .handlers.taskResolve({ id: task?.id ?? '', action: 'confirm-not-listed', note }, world.caller)
  await expect(resolve('')).rejects.toMatchObject({ code: 'note-missing' })
  await resolve('nada consta no site do birô')
  expect((await newest(world, 0)).state).toBe('removed')
  expect(await world.tasks()).toEqual([])
  await expect(resolve('de novo')).rejects.toMatchObject({ code: 'task-resolved' })
  const last = (await historyOf(world, record)).at(-1)
  expect(last).toMatchObject({ actor: 'Balcão 1', text: 'nada consta no site do birô', to: 'removed' })
})

test('G56 · a record of another environment is never handled across: no call, and the record says why', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  await world.wait(15)
  const { store } = world.outside
  const [integration] = await store.query('integrations', {})
  if (!integration) throw new Error('no integration')
  const as = (environment: 'test' | 'production') =>
    store.commit([{ collection: 'integrations', id: integration.id, value: { ...integration, environment } }])
  await as('test')
  const before = { remove: callsOf(world, 'remove'), look: callsOf(world, 'debtState') }
  world.payToday('119431')
  await world.wait(12 * 60)
  expect({ remove: callsOf(world, 'remove'), look: callsOf(world, 'debtState') }).toEqual(before)
  expect(await newest(world, 0)).toMatchObject({
    state: 'removal-requested',
    environment: 'production',
    removal: { problem: { code: 'environment-differs' } },
  })
  // Told once, not with every try.
  const failures = (await historyOf(world, record)).filter(({ event }) => event === 'removal-failed')
  expect(failures).toHaveLength(1)

  await as('production')
  await world.wait(20)
  expect(callsOf(world, 'remove')).toBe(before.remove + 1)
  expect(world.bureau.sent.every(({ environment }) => environment === 'production')).toBe(true)
  expect(world.bureau.pefin.live()).toEqual([])
})

test('G89 · a removal whose answer is lost is sent again and verified; nothing is done twice', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.faults.set('remove', { kind: 'accept-then-lose' }, 2)
  world.payToday('119431')
  await world.wait(15)
  await world.wait(60)
  expect((await newest(world, 0)).state).toBe('removed')
  const events = (await historyOf(world, record)).map(({ event }) => event)
  expect(events.filter((event) => event === 'removal-failed')).toHaveLength(2)
  expect(world.bureau.pefin.records.map(({ state }) => state)).toEqual(['removed'])
  expect(callsOf(world, 'include')).toBe(1)
})

test('G89 · killed after the removal left: on restart it is sent again, and the name is clear', async () => {
  const world = await clearingWorld()
  await registered(world)
  const answered = Promise.withResolvers<void>()
  world.bureau.faults.set('remove', { kind: 'slow', until: answered.promise })
  world.payToday('119431')
  await world.wait(15)
  expect((await newest(world, 0)).state).toBe('removing')
  await world.restart(0)
  answered.resolve()
  await settle()
  await world.wait(60)
  expect((await newest(world, 0)).state).toBe('removed')
  expect(world.bureau.pefin.live()).toEqual([])
})

test('a payment taken back before anything was sent holds the removal and tells; paid again it goes on by itself', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.faults.set('remove', { kind: 'not-sent' }, 'always')
  world.payToday('119431')
  await world.wait(15)
  world.fake.undo('119431')
  world.bureau.faults.clear()
  await world.wait(20)
  expect(await newest(world, 0)).toMatchObject({ state: 'removal-requested', removal: { isHeld: true } })
  const [task] = await world.tasks()
  expect(task).toMatchObject({ kind: 'payment-undone', actions: ['keep', 'remove', 'look-again'] })
  expect(task?.erp[0]).toMatchObject({ label: 'invoice-open' })
  expect(callsOf(world, 'remove')).toBe(0)
  world.payToday('119431')
  await world.wait(90)
  expect((await newest(world, 0)).state).toBe('removed')
  expect(await world.tasks()).toEqual([])
  expect((await historyOf(world, record)).filter(({ event }) => event === 'hold')).toHaveLength(2)
})

test('an ERP that cannot be read for an hour keeps no paid name listed: it goes out on the earlier proof, and the history says so', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.faults.set('remove', { kind: 'not-sent' }, 'always')
  world.payToday('119431')
  await world.wait(12)
  world.bureau.faults.clear()
  world.fake.failure(new AppError('erp-unreachable', { retry: 'safe' }))
  await world.wait(40)
  expect(callsOf(world, 'remove')).toBe(0)
  await world.wait(40)
  expect(callsOf(world, 'remove')).toBe(1)
  const picks = (await historyOf(world, record)).filter(({ event }) => event === 'pick')
  expect(picks.at(-1)?.text).toContain('quitação comprovada antes')
})

test('G84 · an outcome that the disk does not take is written with a later tick; the removal is not sent a second time', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.mode = 'daily'
  const answered = Promise.withResolvers<void>()
  world.bureau.faults.set('remove', { kind: 'slow', until: answered.promise })
  world.payToday('119431')
  await world.wait(15)
  const { store } = world.outside
  const intact = { ...store }
  store.commit = () => Promise.reject(new AppError('store-write-failed'))
  answered.resolve()
  await settle()
  await world.wait(30)
  expect((await newest(world, 0)).state).toBe('removing')
  expect(world.core().failures).toContainEqual(expect.objectContaining({ code: 'store-write-failed' }))
  Object.assign(store, intact)
  await world.wait(1)
  expect((await newest(world, 0)).state).toBe('verifying')
  expect(callsOf(world, 'remove')).toBe(1)
  expect((await historyOf(world, record)).at(-1)?.event).toBe('removal-accepted')
})

test('an intent that the disk does not take sends nothing; it is tried again', async () => {
  const world = await clearingWorld()
  await registered(world)
  const { store } = world.outside
  const intact = { ...store }
  world.payToday('119431')
  store.commit = (changes, options) =>
    changes.some(({ collection, value }) => collection === 'history' && value?.event === 'pick')
      ? Promise.reject(new AppError('store-write-failed'))
      : intact.commit(changes, options)
  await world.wait(15)
  expect(callsOf(world, 'remove')).toBe(0)
  Object.assign(store, intact)
  await world.wait(15)
  expect(callsOf(world, 'remove')).toBe(1)
})

test('a person’s removal waits for nothing: it is with the bureau at once, and a second wish changes nothing', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  const remove = (reasonCode: string) =>
    world.core().handlers.removalRequest({ id: record.id, reasonCode, note: 'a pedido' }, world.caller)
  await expect(remove('99')).rejects.toMatchObject({ code: 'removal-reason-unknown' })
  await Promise.all([remove('03'), remove('45')])
  await settle()
  expect(callsOf(world, 'remove')).toBe(1)
  expect(await newest(world, 0)).toMatchObject({
    state: 'verifying',
    removal: { cause: 'person', reason: { code: '03' }, requestedBy: 'Balcão 1', deadline: null },
  })
  await world.wait(60)
  await expect(remove('03')).rejects.toMatchObject({
    code: 'removal-not-possible',
    params: { state: 'Baixada' },
  })
})
