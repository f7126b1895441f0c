import { expect, test } from 'vitest'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { CandidateListing } from '../../shared/api.ts'
import { memoryStore } from '../store/memory-store.ts'
import { generalReasons } from './general-reasons.ts'
import { dayOf } from './overdue-invoice.samples.ts'

const asked = (newestPayment: () => Promise<CalendarDate | null>) => {
  const general = generalReasons({
    store: memoryStore(),
    registry: { list: async () => [] },
    index: { sentOn: async () => 0 },
    newestPayment,
    clock: () => Date.parse('2026-11-25T13:00:00Z'),
  })
  return async (state: CandidateListing['state']) =>
    (await general('e1', state)).map(({ code }) => code).filter((code) => code === 'reconciliation-old')
}

test('G38 · an ERP that reads or has failed holds up no look; what is known of its payments is said', async () => {
  const payment = Promise.withResolvers<CalendarDate | null>()
  const said = asked(() => payment.promise)
  expect(await said('reading')).toEqual([])
  expect(await said('failed')).toEqual(['reconciliation-old'])
  const done = said('done')
  payment.resolve(dayOf('2026-11-22'))
  expect(await done).toEqual(['reconciliation-old'])
  expect(await said('reading')).toEqual(['reconciliation-old'])
})

test('G38 · a payment of two days ago is recent', async () => {
  const said = asked(async () => dayOf('2026-11-23'))
  expect([await said('done'), await said('failed'), await said('cancelled')]).toEqual([[], [], []])
})
