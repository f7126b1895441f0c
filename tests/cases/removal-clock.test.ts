import { expect, test } from 'vitest'
import { usualPace } from '../../proxy/negativation/pace.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { AppError } from '../../shared/errors.ts'
import { clearingWorld } from '../properties/clearing-world.ts'
import { callsOf, historyOf, newest, registered } from './removal-cases.ts'

const friday = Date.parse('2026-11-13T12:00:00Z')
const paidOn = '2026-11-13' as CalendarDate

test('G33 · a removal that keeps failing is queued at once, shows 2026-11-23, turns red from D+2 and goes on for ever', async () => {
  const world = await clearingWorld({ startAt: friday, pace: usualPace })
  const { id } = await registered(world)
  const view = async () => (await world.core().handlers.negativation({ id }, world.caller)).negativation
  const status = async () => world.core().handlers.removalsStatus({}, world.caller)

  world.bureau.faults.set('remove', { kind: 'status', status: 503, isDone: false }, 'always')
  world.fake.pay('119431', paidOn)
  await world.wait(12)
  expect(callsOf(world, 'remove')).toBeGreaterThan(0)
  expect(await view()).toMatchObject({
    state: 'removal-requested',
    removal: { cause: 'paid', deadline: '2026-11-23', daysLeft: 5, requestedBy: 'Nada Consta' },
  })
  expect((await view()).removal?.problem?.code).toBe('removal-uncertain')
  expect(await status()).toMatchObject({ pending: 1, atRisk: 0 })

  // Sixty-five minutes later, and on Tuesday: D+2, as 20 November is a holiday and counts for the deadline alone.
  await world.wait(65)
  expect(await status()).toMatchObject({ atRisk: 1 })
  await world.wait(4 * 24 * 60, 10)
  expect((await view()).alarm).toBe('one-day')
  const tasks = await world.tasks()
  expect(tasks.map(({ kind }) => kind)).toEqual(['removal-late'])
  expect(tasks[0]).toMatchObject({ deadline: '2026-11-23' })

  // Long after the deadline it still tries, at least every quarter of an hour, and its deadline never moved.
  await world.wait(20 * 24 * 60, 10)
  expect(await view()).toMatchObject({ alarm: 'overdue', removal: { deadline: '2026-11-23' } })
  const before = callsOf(world, 'remove')
  await world.wait(60)
  expect(callsOf(world, 'remove') - before).toBeGreaterThanOrEqual(3)

  world.bureau.faults.clear()
  await world.wait(90)
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('removed')
  expect(await world.tasks()).toEqual([])
  expect(world.bureau.pefin.live()).toEqual([])
})

test('G52 · paid told three times, then "open" by a stale replica, then paid: one removal, no way back, no inclusion', async () => {
  const world = await clearingWorld({ startAt: friday, pace: usualPace })
  const record = await registered(world)
  world.bureau.pefin.mode = 'daily'
  world.fake.pay('119431', paidOn)
  await world.wait(12)
  await world.wait(12)
  await world.wait(12)
  world.fake.undo('119431')
  await world.wait(12)
  world.fake.pay('119431', paidOn)
  await world.wait(12)
  expect(callsOf(world, 'remove')).toBe(1)
  expect(callsOf(world, 'include')).toBe(1)
  expect((await newest(world, 0)).state).toBe('verifying')
  world.bureau.pefin.processDay()
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('removed')
  const events = (await historyOf(world, record)).map(({ event }) => event)
  expect(events.filter((event) => event === 'latch')).toHaveLength(1)
  expect(events).not.toContain('hold')
})

test('G74 · four days off with two invoices paid meanwhile: two removals as soon as the network is back, and the delay is told', async () => {
  const world = await clearingWorld({ startAt: friday, pace: usualPace })
  await registered(world)
  const jose = world.debts[1]
  if (jose) await world.press(jose)
  await world.wait(30)
  // The heartbeat is the regular work of the process; this one beat last now.
  const at = new Date(world.time.clock()).toISOString()
  await world.outside.store.commit([
    { collection: 'heartbeats', id: 'heartbeat', value: { id: 'heartbeat', at } },
  ])
  world.core().kill()
  world.time.advance(4 * 24 * 3_600_000)
  for (const id of ['119431', ...(jose?.invoiceIds ?? [])]) world.payToday(id)
  world.bureau.faults.set('remove', { kind: 'not-sent' }, 'always')
  world.bureau.faults.set('debtState', { kind: 'not-sent' }, 'always')
  await world.restart(0)
  await world.wait(10)
  const told = await world.core().handlers.removalsStatus({}, world.caller)
  expect(told.pending).toBe(2)
  // The first look of this process is a minute after its start.
  expect(told.gapMinutes - 4 * 24 * 60).toBeOneOf([0, 1])
  world.bureau.faults.clear()
  await world.wait(20)
  await world.wait(3 * 60)
  expect(world.bureau.pefin.records.map(({ state }) => state)).toEqual(['removed', 'removed'])
  expect((await newest(world, 1)).state).toBe('removed')
})

test('attack 34 · the keychain is locked while the service runs: the removal waits with an alarm and goes on by itself', async () => {
  const world = await clearingWorld({ startAt: friday, pace: usualPace })
  await registered(world)
  const { vault } = world.outside
  const get = vault.get.bind(vault)
  vault.get = async () => {
    throw new AppError('vault-unavailable')
  }
  world.fake.pay('119431', paidOn)
  await world.wait(12)
  await world.wait(4 * 24 * 60, 10)
  expect(callsOf(world, 'remove')).toBe(0)
  const { negativation } = await world
    .core()
    .handlers.negativation({ id: (await newest(world, 0)).id }, world.caller)
  expect(negativation).toMatchObject({
    state: 'removal-requested',
    alarm: 'one-day',
    removal: { deadline: '2026-11-23', problem: { code: 'vault-unavailable' } },
  })
  expect((await world.tasks()).map(({ kind }) => kind)).toContain('removal-late')
  // Nothing is registered meanwhile: what could not be cleared is not included.
  const jose = world.debts[1]
  if (jose) await world.press(jose).catch(() => {})
  expect(callsOf(world, 'include')).toBe(1)
  vault.get = get
  await world.wait(20)
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('removed')
})
