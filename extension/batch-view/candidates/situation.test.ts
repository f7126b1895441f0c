// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { reason } from '../../ui/testing/debt-samples.ts'
import { candidateOf, overdue } from '../testing/candidate-samples.ts'
import { mostInvoices, selectableOf, standingOf } from './situation.ts'

const block = reason({ code: 'document-invalid', level: 'block' })
const warning = reason({ code: 'several-customers', params: { count: 2 } })
const written = reason({ code: 'service-active', written: true })

const standing = (over: Parameters<typeof candidateOf>[0]) => {
  const candidate = candidateOf(over)
  const { situation, reasons } = standingOf(candidate, selectableOf(candidate))
  return [situation, ...reasons.map(({ code }) => code)].join(' ')
}

describe('what may be selected', () => {
  test('an invoice without a block that is not registered; a warning does not keep it out', () => {
    const invoices = [
      overdue({ id: '1', reasons: [written] }),
      overdue({ id: '2', isRegistered: true }),
      overdue({ id: '3', reasons: [reason({ code: 'fee', level: 'block' })] }),
      overdue({ id: '4' }),
    ]
    expect(selectableOf(candidateOf({ invoices })).map(({ id }) => id)).toEqual(['1', '4'])
  })

  test('nothing of a person with a block', () => {
    expect(selectableOf(candidateOf({ reasons: [block] }))).toEqual([])
  })

  test('no more than one record takes, the oldest first', () => {
    const invoices = Array.from({ length: 70 }, (_none, at) => overdue({ id: String(at) }))
    expect(selectableOf(candidateOf({ invoices })).map(({ id }) => id)).toEqual(
      invoices.slice(0, mostInvoices).map(({ id }) => id),
    )
  })
})

describe('the situation of a candidate', () => {
  test('fit without a reason', () => {
    expect(standing({})).toBe('fit')
  })

  test('warned by the person or by a selectable invoice, each kind once, written ones first', () => {
    const invoices = [overdue({ id: '1', reasons: [written] }), overdue({ id: '2', reasons: [written] })]
    expect(standing({ reasons: [warning], invoices })).toBe('warned service-active several-customers')
  })

  test('a blocked invoice says nothing while another one may be selected', () => {
    const late = reason({ code: 'not-late-enough', level: 'block', params: { days: 12, min: 30 } })
    expect(standing({ invoices: [overdue({ id: '1' }), overdue({ id: '2', reasons: [late] })] })).toBe('fit')
  })

  test('blocked: what blocks comes before what warns', () => {
    expect(standing({ reasons: [warning, block] })).toBe('blocked document-invalid several-customers')
  })

  test('registered: said first, also where the service only marks the invoice', () => {
    const fee = reason({ code: 'fee', level: 'block' })
    const invoices = [overdue({ id: '1', reasons: [fee] }), overdue({ id: '2', isRegistered: true })]
    expect(standing({ invoices })).toBe('registered already-registered fee')
  })
})
