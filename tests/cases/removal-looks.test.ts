import { expect, test } from 'vitest'
import type { TaskAction } from '../../shared/api.ts'
import { cents } from '../../shared/money.ts'
import { clearingWorld } from '../properties/clearing-world.ts'
import type { World } from '../properties/clearing-world.ts'
import { alter, callsOf, historyOf, newest, registered } from './removal-cases.ts'

const resolve = (world: World, id: string, action: TaskAction, note = '') =>
  world.core().handlers.taskResolve({ id, action, note }, world.caller)

const oneTask = async (world: World) => {
  const tasks = await world.tasks()
  expect(tasks).toHaveLength(1)
  return tasks[0]!
}

test('a letter that comes back is a task that proposes the removal with reason 17; a person removes', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.returnLetter(record.contract)
  await world.wait(70)
  const task = await oneTask(world)
  expect(task).toMatchObject({ kind: 'letter-returned', actions: ['remove', 'keep'] })
  expect(task.bureau[0]?.label).toBe('bureau-returned')
  await resolve(world, task.id, 'remove')
  await world.wait(60)
  expect(await newest(world, 0)).toMatchObject({
    state: 'removed',
    removal: { cause: 'person', reason: { code: '17' }, requestedBy: 'Balcão 1' },
  })
  expect(await world.tasks()).toEqual([])
})

test('a letter that comes back and is kept is not told again while it stays so', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.returnLetter(record.contract)
  await world.wait(70)
  const { id } = await oneTask(world)
  await expect(resolve(world, id, 'keep')).rejects.toMatchObject({ code: 'note-missing' })
  await expect(resolve(world, id, 'confirm-listed', 'x')).rejects.toMatchObject({
    code: 'task-action-refused',
  })
  await resolve(world, id, 'keep', 'endereço conferido com o cliente')
  await world.wait(12 * 60, 5)
  expect(await world.tasks()).toEqual([])
  expect((await newest(world, 0)).state).toBe('sent')
})

test('cleared by somebody else: removed, and a task tells that the money may not have arrived', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.activate(record.contract)
  await world.wait(70)
  world.bureau.pefin.forgetsEnded = true
  world.bureau.pefin.removeElsewhere(record.contract)
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('removed')
  const task = await oneTask(world)
  expect(task).toMatchObject({ kind: 'removed-elsewhere', actions: ['acknowledge'] })
  await resolve(world, task.id, 'acknowledge')
  await world.wait(6 * 60, 5)
  expect(await world.tasks()).toEqual([])
})

test('refused after it was accepted: rejected, with the bureau’s words in a task', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.refuseLater(record.contract, '120', 'Endereço inválido')
  await world.wait(70)
  expect((await newest(world, 0)).state).toBe('rejected')
  const task = await oneTask(world)
  expect(task.kind).toBe('refused-later')
  expect(task.bureau).toContainEqual({ label: 'problem', value: '120 · Endereço inválido' })
})

test('G89 · an inclusion without an answer that the bureau cannot be asked about becomes a task with exactly what was sent, and is never sent again', async () => {
  const world = await clearingWorld()
  world.bureau.pefin.offersLookUp = false
  world.bureau.faults.set('include', { kind: 'accept-then-lose' })
  const record = await registered(world)
  await world.wait(5)
  expect((await newest(world, 0)).state).toBe('unknown')
  const task = await oneTask(world)
  expect(task).toMatchObject({
    kind: 'inclusion-unknown',
    actions: ['confirm-listed', 'confirm-not-listed', 'look-again'],
  })
  expect(task.bureau).toMatchObject([{ label: 'bureau-unsupported' }])
  expect(task.sent).toEqual(
    expect.arrayContaining([
      { label: 'name', value: 'MARIA EXEMPLO DA SILVA' },
      { label: 'contract', value: record.contract },
      { label: 'amount', value: expect.stringContaining('119,90') },
      { label: 'due', value: '10/07/2026' },
    ]),
  )
  await world.restart(0)
  await world.wait(12 * 60, 5)
  expect(callsOf(world, 'include')).toBe(1)
  await resolve(world, task.id, 'confirm-listed', 'consta no site')
  expect((await newest(world, 0)).state).toBe('sent')
  expect(world.bureau.pefin.inclusions(record.contract)).toBe(1)
})

test('accepted, and never shown for days: it ends as not included, but not before a person knows', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.pefin.forgetsEnded = true
  world.bureau.pefin.removeElsewhere(record.contract)
  await world.wait(4 * 60)
  expect((await newest(world, 0)).state).toBe('sent')
  expect(await world.tasks()).toEqual([])
  await world.wait(6 * 60)
  const states = (await historyOf(world, record)).map(({ to }) => to)
  expect(states.slice(-3)).toEqual(['sent', 'unknown', 'not-included'])
  const task = await oneTask(world)
  expect(task).toMatchObject({ kind: 'inclusion-unknown', actions: ['acknowledge', 'look-again'] })
  expect(task.bureau).toMatchObject([{ label: 'bureau-absent' }])
  await world.restart(0)
  expect((await oneTask(world)).id).toBe(task.id)
  await resolve(world, task.id, 'acknowledge')
  await world.wait(6 * 60, 5)
  expect(await world.tasks()).toEqual([])
})

test('a paid name whose inclusion has an unknown end is cleared as soon as a person finds it listed', async () => {
  const world = await clearingWorld()
  world.bureau.pefin.offersLookUp = false
  world.bureau.faults.set('include', { kind: 'accept-then-lose' })
  await registered(world)
  world.payToday('119431')
  await world.wait(15)
  expect(await newest(world, 0)).toMatchObject({ state: 'unknown', removal: { cause: 'paid' } })
  expect(callsOf(world, 'remove')).toBe(0)
  const unknown = await oneTask(world)
  await resolve(world, unknown.id, 'confirm-listed', 'consta no site')
  await world.wait(2)
  expect(callsOf(world, 'remove')).toBe(1)
  // Nobody can read whether it was done: the removal wants a person's word as well.
  await world.wait(30)
  const unproven = await oneTask(world)
  expect(unproven).toMatchObject({ kind: 'removal-unproven', negativationId: unknown.negativationId })
  await resolve(world, unproven.id, 'confirm-not-listed', 'não consta mais')
  expect((await newest(world, 0)).state).toBe('removed')
  expect(world.bureau.pefin.live()).toEqual([])
})

test('another amount at the bureau than was sent is told with both sides, and nothing is adopted', async () => {
  const world = await clearingWorld()
  world.bureau.faults.set('include', { kind: 'accept-then-lose' })
  world.bureau.faults.after('debtState', 1, { kind: 'not-sent' }, 'always')
  const record = await registered(world)
  await alter(world, record, { totalCents: cents(10_000) })
  world.bureau.faults.clear()
  await world.wait(15)
  expect((await newest(world, 0)).state).toBe('unknown')
  const task = await oneTask(world)
  expect(task.params).toMatchObject({ amount: expect.stringContaining('119,90'), due: '10/07/2026' })
  expect(task.sent).toContainEqual({ label: 'amount', value: expect.stringContaining('100,00') })
  expect(task.bureau).toContainEqual({ label: 'amount', value: expect.stringContaining('119,90') })
})

test('reported as absent, and there after all: it is taken up again, told, and cleared when it was paid meanwhile', async () => {
  const world = await clearingWorld()
  world.bureau.faults.set('include', { kind: 'late-commit', end: 'reset' })
  const record = await registered(world)
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('not-included')
  world.payToday('119431')
  world.commitLate()
  await world.wait(4 * 60)
  expect((await newest(world, 0)).state).toBe('removed')
  expect(world.bureau.pefin.live()).toEqual([])
  expect((await historyOf(world, record)).map(({ to }) => to)).toContain('removal-requested')
  expect((await world.tasks()).map(({ kind }) => kind)).toEqual(['appeared-later'])
})

test('a record that ended does not adopt what another record of the same contract put at the bureau', async () => {
  const world = await clearingWorld()
  world.bureau.faults.set('include', { kind: 'lost-before' })
  const first = await registered(world)
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('not-included')
  const second = await registered(world)
  expect(second).toMatchObject({ state: 'sent', contract: first.contract })
  await world.wait(12 * 60, 5)
  expect((await world.core().ledger.get(first.id)).state).toBe('not-included')
  expect(await world.tasks()).toEqual([])
})
