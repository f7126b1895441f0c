import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { dayOf } from './sample-negativation.ts'
import { hour, minute, second, sweepWorld } from './sweep-world.ts'
import type { SweepWorld } from './sweep-world.ts'

const warnings: Error[] = []
const note = (warning: Error): void => void warnings.push(warning)
process.on('warning', note)

const sweeps = ({ erp }: SweepWorld): number => erp.calls.paymentsPage
const beat = async ({ store, time }: SweepWorld): Promise<void> => {
  const at = new Date(time.wall).toISOString()
  await store.commit([{ collection: 'heartbeats', id: 'heartbeat', value: { id: 'heartbeat', at } }])
}

test('the payments are read on start, then every ten minutes at most a minute early, one at a time', async () => {
  const world = sweepWorld()
  const at: number[] = []
  for (let passed = 0; passed < 3 * hour; passed += 5 * second) {
    const before = sweeps(world)
    await world.tick()
    if (sweeps(world) > before) at.push(world.time.elapsed)
    world.pass(5 * second)
  }
  const gaps = at.slice(1).map((time, place) => time - at[place]!)
  expect(at[0]).toBe(0)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9 * minute)
  expect(Math.max(...gaps)).toBeLessThan(10 * minute + 5 * second)
  expect(new Set(gaps).size).toBeGreaterThan(1)
})

test('G75 · nine hours of sleep over eighteen slots are one look, not eighteen', async () => {
  const world = sweepWorld()
  await world.tick()
  world.pass(5 * second)
  world.time.wall += 9 * hour
  for (let tick = 0; tick < 60; tick += 1) {
    await world.tick()
    world.pass(5 * second)
  }
  expect(sweeps(world)).toBe(2)
})

test('G75 · a clock that is set back two hours loses no look: the time that passed counts', async () => {
  const world = sweepWorld()
  await world.register()
  await world.tick()
  world.time.wall -= 2 * hour
  world.erp.pay('62636', dayOf('2026-11-25'))
  for (let passed = 0; passed < 2 * hour; passed += minute) {
    world.pass(minute)
    await world.tick()
  }
  expect(sweeps(world)).toBeGreaterThanOrEqual(12)
  expect((await world.get()).state).toBe('removal-requested')
})

test('G75 · a mark that a wrong clock set years ahead blinds neither the sweep nor the audit', async () => {
  const world = sweepWorld()
  await world.register()
  world.time.wall += 5 * 365 * 24 * hour
  await world.tick()
  world.time.wall -= 5 * 365 * 24 * hour
  world.restart()
  await world.tick()
  expect(world.erp.calls.invoices).toBe(2)
  world.erp.pay('62636', dayOf('2026-11-24'))
  world.pass(10 * minute)
  await world.tick()
  expect((await world.get()).state).toBe('removal-requested')
})

test('G75 · ticks during a running look join it: no overlap', async () => {
  const world = sweepWorld()
  const gate = world.erp.hang('paymentsPage')
  const first = world.tick()
  await gate.called
  world.pass(hour)
  const second_ = world.tick()
  const third = world.tick()
  gate.release()
  await Promise.all([first, second_, third])
  expect(sweeps(world)).toBe(1)
})

test('G76 · a look that is due in thirty days is not done now, and no long timer stands', async () => {
  const world = sweepWorld()
  await world.register({ state: 'removed', changedAt: new Date(world.time.wall).toISOString() })
  await world.tick()
  const status = await world.sweeper().status()
  expect(Date.parse(status.nextSweepAt!) - world.time.wall).toBeLessThanOrEqual(10 * minute)
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')
  await world.tick()
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')).toEqual(timers)
  // A warning is told after what is under way now.
  await new Promise(setImmediate)
  expect(warnings.filter(({ name }) => name === 'TimeoutOverflowWarning')).toEqual([])
  expect(sweeps(world)).toBe(1)
})

test('G74 · after four days off with two invoices paid meanwhile: two removals, and the delay is told', async () => {
  const world = sweepWorld()
  await world.register()
  await world.register({ id: 'record-2', invoices: world.invoices('62637') })
  await world.tick()
  await beat(world)
  world.pass(4 * 24 * hour)
  world.erp.pay('62636', dayOf('2026-11-26'))
  world.erp.pay('62637', dayOf('2026-11-28'))
  world.restart()
  await world.tick()
  await beat(world)
  expect((await world.get('record-1')).removal).toMatchObject({ clockFrom: '2026-11-26' })
  expect((await world.get('record-2')).removal).toMatchObject({ clockFrom: '2026-11-28' })
  // Counted from the payment, not from the day on which it was seen.
  expect((await world.get('record-1')).removal?.deadline).toBe('2026-12-03')
  expect(await world.sweeper().status()).toMatchObject({ gapMinutes: 4 * 24 * 60, problem: null })
})

test('G74 · a plain restart is no gap, nor is a clock that was set back', async () => {
  const world = sweepWorld()
  await beat(world)
  world.pass(90 * second)
  world.restart()
  expect((await world.sweeper().status()).gapMinutes).toBe(0)
  world.time.wall -= 3 * hour
  world.restart()
  expect((await world.sweeper().status()).gapMinutes).toBe(0)
})

test('G74 · without network at the start: tried after a minute, two, four, eight, ten; done once it is there', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.pay('62636', dayOf('2026-11-24'))
  world.erp.failure(new AppError('erp-unreachable', { retry: 'safe' }))
  const at: number[] = []
  const run = async (minutes: number): Promise<void> => {
    for (let passed = 0; passed < minutes * 12; passed += 1) {
      const before = sweeps(world)
      await world.tick()
      if (sweeps(world) > before) at.push(Math.round(world.time.elapsed / minute))
      world.pass(5 * second)
    }
  }
  await run(36)
  expect(at).toEqual([0, 1, 3, 7, 15, 25, 35])
  expect(await world.sweeper().status()).toMatchObject({
    lastSweepAt: null,
    problem: { code: 'erp-unreachable' },
  })
  world.erp.failure(null)
  await run(10)
  expect((await world.get()).state).toBe('removal-requested')
  expect((await world.sweeper().status()).problem).toBeNull()
})

test('one ERP that is down keeps no other waiting', async () => {
  const world = sweepWorld()
  const other = sweepWorld().erp
  other.failure(new AppError('erp-down', { params: { status: 503 } }))
  world.erps.unshift({ id: 'erp-0', erp: other.erp })
  await world.register()
  world.erp.pay('62636', dayOf('2026-11-24'))
  await world.tick()
  expect((await world.get()).state).toBe('removal-requested')
  expect(await world.sweeper().status()).toMatchObject({ lastSweepAt: null, problem: { code: 'erp-down' } })
})

test('a press of "now" reads what is there after the press, also during a running look', async () => {
  const world = sweepWorld()
  await world.register()
  const gate = world.erp.hang('paymentsPage')
  const running = world.tick()
  await gate.called
  const before = { ...world.erp.erp }
  world.erp.erp.paymentsPage = (between, number) => {
    world.erp.pay('62636', dayOf('2026-11-25'))
    return before.paymentsPage(between, number)
  }
  const pressed = [world.sweeper().sweepNow(), world.sweeper().sweepNow()]
  gate.release()
  await Promise.all([running, ...pressed])
  expect((await world.get()).state).toBe('removal-requested')
  expect(sweeps(world)).toBe(2)
})

test('a press of "now" with the ERP down is no error: the problem stands in the status', async () => {
  const world = sweepWorld()
  world.erp.failure(new AppError('erp-unreachable', { retry: 'safe' }))
  await world.sweeper().sweepNow()
  expect((await world.sweeper().status()).problem).toMatchObject({ code: 'erp-unreachable' })
})

test('stopping gives up a read that hangs, keeps nothing of it and begins nothing more', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.pay('62636', dayOf('2026-11-24'))
  const gate = world.erp.hang('paymentsPage')
  const running = world.tick()
  await gate.called
  await world.sweeper().stop()
  await running
  gate.release()
  await world.tick()
  await world.sweeper().sweepNow()
  expect(sweeps(world)).toBe(1)
  expect((await world.get()).removal).toBeNull()
  expect(await world.sweeper().status()).toMatchObject({ lastSweepAt: null, problem: null })
})

test('a store that takes nothing is told and ends no later look', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.pay('62636', dayOf('2026-11-24'))
  const before = { ...world.store }
  world.store.commit = async () => {
    throw new AppError('disk-full')
  }
  await world.tick()
  expect(world.failures).not.toEqual([])
  Object.assign(world.store, before)
  world.pass(minute)
  await world.tick()
  expect((await world.get()).state).toBe('removal-requested')
})

test('without any ERP there is nothing to do and nothing to tell', async () => {
  const world = sweepWorld()
  world.erps.length = 0
  await world.tick()
  expect(await world.sweeper().status()).toEqual({
    lastSweepAt: null,
    nextSweepAt: null,
    problem: null,
    gapMinutes: 0,
  })
})
