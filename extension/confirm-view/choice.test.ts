import { describe, expect, test } from 'vitest'
import { invoice, overview, reason } from '../ui/testing/debt-samples.ts'
import { draftInputOf, firstChoice, needOf, withGroup, withIntegration } from './choice.ts'
import { invoiceGroups } from './selection.ts'

const services = [
  { id: 's1', name: 'Fibra', state: 'cancelado', isCancelled: true },
  { id: 's2', name: 'Telefone', state: 'habilitado', isCancelled: false },
  { id: 's3', name: 'TV', state: 'cancelado', isCancelled: true },
]
const two = overview({
  services,
  invoices: [
    invoice({ id: '1', serviceId: 's2', reasons: [reason({ code: 'service-active', written: true })] }),
    invoice({ id: '2' }),
    invoice({ id: '3', serviceId: null }),
    invoice({ id: '4', serviceId: 'gone' }),
    invoice({ id: '5', reasons: [reason({ code: 'equipment' })] }),
    invoice({ id: '6', reasons: [reason({ code: 'near-limit' })] }),
  ],
})

describe('the invoices of one service', () => {
  test('in the order of the services; without invoices none; without service last', () => {
    expect(
      invoiceGroups(two).map(({ service, invoices }) => [service?.id, invoices.map(({ id }) => id)]),
    ).toEqual([
      ['s1', ['2', '5', '6']],
      ['s2', ['1']],
      [undefined, ['3', '4']],
    ])
  })

  test('the eligible ones are chosen beforehand; what wants a thought is not', () => {
    const first = firstChoice(two, null)
    expect([first.group, first.invoiceIds]).toEqual([null, []])
    expect(withGroup(first, 0, two).invoiceIds).toEqual(['2', '6'])
    expect(withGroup(first, 1, two).invoiceIds).toEqual([])
    expect(withGroup(first, null, two).invoiceIds).toEqual([])
  })

  test('a draft of invoices without service names none', () => {
    expect(draftInputOf(withGroup(firstChoice(two, null), 2, two), two)).toMatchObject({
      serviceId: null,
      invoiceIds: ['3', '4'],
    })
  })
})

test('what was chosen before stands, but for what is blocked or gone since', () => {
  const last = draftInputOf({ ...firstChoice(two, null), group: 0, invoiceIds: ['2', '5', '9'] }, two)
  const now = {
    ...two,
    invoices: two.invoices.map((one) =>
      one.id === '2' ? { ...one, reasons: [reason({ level: 'block' })] } : one,
    ),
  }
  expect(firstChoice(now, last)).toMatchObject({ group: 0, invoiceIds: ['5'], reasonCode: '01' })
  expect(firstChoice(overview({ services: [], invoices: [] }), last)).toMatchObject({
    group: null,
    invoiceIds: [],
  })
})

test('an integration that can include comes first; another one has its own reasons', () => {
  const [one] = overview().integrations
  const reasons = [
    { code: '01', text: 'a' },
    { code: '02', text: 'b' },
  ]
  const of = overview({
    integrations: [
      { ...one!, id: 'i0', missing: ['removal-reason'] },
      { ...one!, id: 'i1', inclusionReasons: reasons },
      { ...one!, id: 'i2' },
    ],
  })
  const choice = firstChoice(of, null)
  expect([choice.integrationId, choice.reasonCode, needOf(choice, of)]).toEqual(['i1', '', 'reason'])
  expect(withIntegration(choice, 'i2', of)).toMatchObject({ integrationId: 'i2', reasonCode: '01' })
  expect(needOf(withIntegration(choice, 'i0', of), of)).toBe('missing')
})
