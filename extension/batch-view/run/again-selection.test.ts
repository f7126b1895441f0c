import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchItemStates } from '../../../shared/api.ts'
import type { BatchItem } from '../../../shared/api.ts'
import { date } from '../../ui/testing/debt-samples.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { itemOf } from '../testing/batch-samples.ts'
import { againSelection } from './again-selection.ts'

const two: BatchItem['invoices'] = ['62636', '62637'].map((id) => ({
  id,
  due: date('2026-08-25'),
  cents: 79_90,
}))
const chosen = (...items: Partial<BatchItem>[]) =>
  againSelection(
    'e1',
    items.map((over, at) => itemOf({ position: at + 1, customer: { id: `c${at + 1}`, code: '1' }, ...over })),
  ).debts.map(({ customerId, invoiceIds }) => [customerId, ...invoiceIds].join(' '))

describe('what may be chosen again', () => {
  test('G53 · of five, one invalid and one duplicate: at most the invalid one', () => {
    expect(
      chosen(
        { state: 'sent' },
        { state: 'sent' },
        { state: 'refused', problem: refusal('inclusion-refused', { code: '9', message: 'CPF' }) },
        { state: 'sent' },
        { state: 'refused', problem: refusal('inclusion-duplicate') },
      ),
    ).toEqual(['c3 62636'])
  })

  test('what changed goes on with the invoices that are still owed', () => {
    const changed = { state: 'skipped', invoices: two, problem: refusal('negativation-changed') } as const
    expect(
      chosen(
        { ...changed, changes: [{ field: 'cents', invoiceId: '62636', before: '1', after: '2' }] },
        { ...changed, changes: [{ field: 'fact', invoiceId: '62636', before: 'open', after: 'cancelled' }] },
        { ...changed, problem: refusal('paid-in-queue', { invoice: '62637' }) },
        { state: 'skipped', problem: refusal('paid-in-queue', { invoice: '62636' }) },
      ),
    ).toEqual(['c1 62636 62637', 'c2 62637', 'c3 62636'])
  })

  test('what was left out on purpose, or has a record, stays out', () => {
    for (const code of ['left-out', 'inclusion-blocked', 'already-registered', 'already-at-bureau'])
      expect(chosen({ state: 'skipped', problem: refusal(code) })).toEqual([])
  })

  test('it names customer, service and invoices, and no service where there is none', () => {
    expect(
      againSelection('e1', [itemOf({ state: 'failed' }), itemOf({ state: 'cancelled', service: null })]),
    ).toEqual({
      erpId: 'e1',
      debts: [
        { customerId: '11943', serviceId: 's1', invoiceIds: ['62636'] },
        { customerId: '11943', serviceId: null, invoiceIds: ['62636'] },
      ],
    })
  })

  test('never one that is, or may be, at the bureau, whatever its problem', () => {
    const item = record({
      state: constantFrom(...batchItemStates),
      problem: constantFrom(
        null,
        refusal('negativation-changed'),
        refusal('inclusion-refused', { code: '1', message: '' }),
        refusal('inclusion-duplicate'),
        refusal('inclusion-uncertain'),
      ),
    })
    assert(
      property(array(item), (items) => {
        const back = chosen(...items).map((text) => items[Number(/^c(\d+)/.exec(text)?.[1]) - 1])
        for (const one of back) {
          expect(['sent', 'sending', 'unknown', 'waiting']).not.toContain(one?.state)
          expect(one?.problem?.code).not.toBe('inclusion-duplicate')
        }
      }),
    )
  })
})
