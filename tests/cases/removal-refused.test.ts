import { expect, test } from 'vitest'
import { usualPace } from '../../proxy/negativation/pace.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { clearingWorld } from '../properties/clearing-world.ts'
import { callsOf, historyOf, newest, registered } from './removal-cases.ts'

const friday = Date.parse('2026-11-13T12:00:00Z')
const day = 24 * 60

test('a removal refused because the record is not active yet is asked about once an hour, warns as ever and goes through once it is', async () => {
  const world = await clearingWorld({ startAt: friday, pace: usualPace })
  const { pefin } = world.bureau
  // Nothing of the bureau's nights: the test says when it is active.
  pefin.letterDays = 1000
  pefin.removesBeforeActive = false
  const record = await registered(world)
  world.fake.pay('119431', '2026-11-13' as CalendarDate)
  await world.wait(3 * 60)
  expect(await newest(world, 0)).toMatchObject({
    state: 'removal-requested',
    removal: { cause: 'paid', deadline: '2026-11-23', problem: { code: 'removal-refused' } },
  })
  const tries = callsOf(world, 'remove')
  const lines = (await historyOf(world, record)).length

  await world.wait(day, 5)
  const daily = callsOf(world, 'remove') - tries
  expect(daily).toBeGreaterThanOrEqual(22)
  expect(daily).toBeLessThanOrEqual(48)
  const added = (await historyOf(world, record)).slice(lines)
  expect(added).toHaveLength(2 * daily)
  expect(added.at(-1)).toMatchObject({
    code: '107',
    text: 'Registro ainda não ativo: exclusão não permitida',
  })

  // Ten days: neither given up nor less urgent for it.
  await world.wait(10 * day, 10)
  const late = await world.core().handlers.negativation({ id: record.id }, world.caller)
  expect(late.negativation).toMatchObject({ alarm: 'overdue', removal: { deadline: '2026-11-23' } })
  expect((await world.tasks()).map(({ kind }) => kind)).toEqual(['removal-late'])

  pefin.activate(record.contract)
  await world.wait(65)
  expect((await newest(world, 0)).state).toBe('verifying')
  await world.wait(3 * 60)
  expect((await newest(world, 0)).state).toBe('removed')
  expect(pefin.live()).toEqual([])
  expect(await world.tasks()).toEqual([])
})
