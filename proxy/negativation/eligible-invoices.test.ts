import { expect, test } from 'vitest'
import { parseCnpj } from '../../shared/document.ts'
import { defaultInclusionPolicy } from '../policy/inclusion-policy.ts'
import { dayOf, overdueInvoice } from '../candidates/overdue-invoice.samples.ts'
import type { ErpCustomer, ErpInvoice } from '../erps/erp.ts'
import type { IntegrationRecord } from '../store/records.ts'
import type { EligibleRules } from './eligible-invoices.ts'
import { eligibleOf } from './eligible-invoices.ts'

const address = {
  street: 'Rua das Acácias',
  number: '120',
  complement: '',
  district: 'Centro',
  city: 'Uberlândia',
  state: 'MG',
  zip: '38400100',
}
const service = { id: '7701', name: 'FIBRA', state: 'Cancelado', isCancelled: true, since: null, address }
const customer: ErpCustomer = {
  id: '5012',
  code: '931',
  name: 'MARIA EXEMPLO DA SILVA',
  document: '731.640.258-07',
  birth: dayOf('1984-12-31'),
  services: [service],
}
const saved = { savedAt: '2026-11-01T12:00:00.000Z', tested: null }
/** Everything is there that an inclusion and its removal need. */
const integration = {
  id: 'i1',
  creditor: parseCnpj('04718253000156'),
  environment: 'production',
  query: saved,
  pefin: saved,
  products: ['query', 'inclusion', 'removal', 'inclusion-reason', 'removal-reason'].map((kind) => ({
    kind,
    reasons: [{ code: '01', text: 'Inadimplência' }],
  })),
} as unknown as IntegrationRecord
const rules: EligibleRules = {
  integrations: [integration],
  policy: defaultInclusionPolicy,
  registered: new Set(),
  inclusionsToday: 0,
  isReadOnly: false,
  isAuditing: false,
  today: dayOf('2026-11-25'),
}

interface Changes {
  customer?: Partial<ErpCustomer>
  rules?: Partial<EligibleRules>
}
const eligible = (invoices: Partial<ErpInvoice>[], changes: Changes = {}) =>
  eligibleOf(
    {
      customer: { ...customer, ...changes.customer },
      invoices: invoices.map((fields) => overdueInvoice(fields)),
    },
    { ...rules, ...changes.rules },
  )

test('every invoice that nothing forbids, a warning included', () => {
  expect(eligible([{ id: '1' }, { id: '2', slip: null }, { id: '3', serviceId: null }])).toEqual([
    '1',
    '2',
    '3',
  ])
})

test.each<[string, Partial<ErpInvoice>]>([
  ['too small (case G96)', { cents: 9_99 as never }],
  ['too old (case G36)', { due: dayOf('2021-12-24') }],
  ['not late enough', { due: dayOf('2026-11-20') }],
  ['of another issuer', { issuer: '90001000000107' }],
  ['a fine', { isFee: true }],
  ['partly paid (case G40)', { fact: 'partial' }],
])('%s: not this one', (_what, fields) => {
  expect(eligible([{ id: '1', ...fields }, { id: '2' }])).toEqual(['2'])
})

test.each<[string, Changes]>([
  ['a minor (case G45)', { customer: { birth: dayOf('2010-01-01') } }],
  [
    'a minor when the contract was made',
    {
      customer: { birth: dayOf('2007-06-01'), services: [{ ...service, since: dayOf('2024-01-01') }] },
    },
  ],
  ['no document', { customer: { document: '73164025808' } }],
  [
    'no address that a letter reaches (case G51)',
    {
      customer: { services: [{ ...service, address: { ...address, street: '', zip: '' } }] },
    },
  ],
  ['no integration that could remove (case G32)', { rules: { integrations: [] } }],
  ['inclusions are paused', { rules: { policy: { ...defaultInclusionPolicy, isPaused: true } } }],
  ['the limit of the day is reached', { rules: { inclusionsToday: defaultInclusionPolicy.dailyLimit } }],
  ['the store cannot be trusted', { rules: { isReadOnly: true } }],
])('%s: none', (_what, changes) => {
  expect(eligible([{ id: '1' }], changes)).toEqual([])
})

test('a registered one is eligible no more (case G43)', () => {
  expect(eligible([{ id: '1' }, { id: '2' }], { rules: { registered: new Set(['1']) } })).toEqual(['2'])
})
