import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { people } from '../simulators/people.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { batchDesk, platformsWithDefaulters } from './batch-desk.ts'
import { invoiceAt, leaveDesk } from './debt-desk.ts'
import type { Platforms } from './debt-desk.ts'

let platforms: Platforms
let defaulters: Defaulter[]
beforeAll(async () => {
  ;({ platforms, defaulters } = await platformsWithDefaulters(3))
})
afterAll(() => platforms.close())

test('G78 · what was included alone and in a batch, refused, and not cleared is told of its day, also after a restart', async () => {
  const desk = await batchDesk(platforms)
  onTestFinished(() => leaveDesk(platforms, desk))
  const { ana, service, time, connect } = desk
  const summary = () => ana.call('daySummary', {})
  const quiet = { included: { single: 0, batch: 0 }, cleared: 0, refused: 0, unknown: 0, removalsFailed: 0 }
  expect(await summary()).toEqual({
    atRisk: 0,
    today: { date: '2026-11-25', ...quiet },
    yesterday: { date: '2026-11-24', ...quiet },
  })
  expect(await desk.run(defaulters)).toMatchObject({ state: 'done' })
  connect.faults.set('include', { kind: 'refuse', code: '104', text: 'CEP inválido' })
  expect(await desk.include(people.antonia, [invoiceAt(people.antonia, 3)])).toMatchObject({
    state: 'rejected',
  })
  const { id } = await desk.include()
  const included = { ...quiet, included: { single: 1, batch: 3 }, refused: 1 }
  expect((await summary()).today).toEqual({ date: '2026-11-25', ...included })

  // 22:00 in Brazil: tomorrow has begun in UTC.
  time.now = Date.parse('2026-11-26T01:00:00Z')
  expect((await summary()).today).toEqual({ date: '2026-11-25', ...included })
  time.now = Date.parse('2026-11-26T13:00:00Z')
  await ana.call('removalRequest', { id, reasonCode: '01', note: '' })
  connect.faults.set('remove', { kind: 'status', status: 503 })
  await service.tick()
  const next = await summary()
  expect(next.yesterday).toEqual({ date: '2026-11-25', ...included })
  expect(next.today).toEqual({ date: '2026-11-26', ...quiet, removalsFailed: 1 })
  const again = await service.restarted()
  onTestFinished(() => again.stop())
  expect(await again.handlers.daySummary({}, { client: null })).toEqual(next)
})

test('the state of the service names no one', async () => {
  const desk = await batchDesk(platforms)
  onTestFinished(() => leaveDesk(platforms, desk))
  await desk.include()
  const { vitals } = await desk.ana.call('status', {})
  expect(vitals).toMatchObject({ uptimeSeconds: 0, isReadOnly: false, storeReason: null })
  expect(Object.keys(vitals!.queues).toSorted()).toEqual([
    'atRisk',
    'batches',
    'queries',
    'removals',
    'tasks',
    'unknownInclusions',
  ])
})
