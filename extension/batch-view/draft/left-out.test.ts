import { describe, expect, test } from 'vitest'
import { reason } from '../../ui/testing/debt-samples.ts'
import { byReason, itemOf, noTotals, simulationOf, totals, totalsOf } from '../testing/batch-samples.ts'
import { leftOut, reviewNeed, situationOf, wantsWritten } from './left-out.ts'

test('what stays out is what was selected and does not go', () => {
  expect(
    leftOut({
      selected: totals({ people: 3, debts: 5, invoices: 9, cents: 90_00 }),
      going: totals({ people: 2, debts: 4, invoices: 6, cents: 60_00 }),
    }),
  ).toEqual({ people: 1, debts: 1, invoices: 3, cents: 30_00 })
})

describe('where an item stands', () => {
  const warned = itemOf({ reasons: [reason(), reason({ code: 'service-active', written: true })] })
  test('each of its warnings has to be accepted', () => {
    expect(situationOf(itemOf(), [])).toBe('going')
    expect(situationOf(warned, [])).toBe('left-out')
    expect(situationOf(warned, ['erp-records-unseen'])).toBe('left-out')
    expect(situationOf(warned, ['service-active', 'erp-records-unseen'])).toBe('going')
  })

  test('nothing lifts a block', () => {
    const blocked = itemOf({ reasons: [reason({ code: 'minor', level: 'block' })] })
    expect(situationOf(blocked, ['minor'])).toBe('blocked')
    expect(situationOf(itemOf({ state: 'skipped' }), [])).toBe('blocked')
  })
})

test('what keeps it from being confirmed', () => {
  expect(reviewNeed(simulationOf(), true)).toBe('reading')
  expect(reviewNeed(simulationOf({ going: noTotals }), false)).toBe('none')
  expect(reviewNeed(simulationOf({ going: totalsOf(3), leftToday: 2 }), false)).toBe('limit')
  expect(reviewNeed(simulationOf({ going: totalsOf(2), leftToday: 2 }), false)).toBeNull()
})

test('a written reason is wanted by an accepted warning that says so', () => {
  const simulation = simulationOf({
    warnings: [byReason('service-active', 14, true), byReason('near-limit', 2)],
  })
  expect(wantsWritten(simulation, ['near-limit'])).toBe(false)
  expect(wantsWritten(simulation, ['near-limit', 'service-active'])).toBe(true)
})
