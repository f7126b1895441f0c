import { expect, test } from 'vitest'
import { parseDate } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseDocument } from '../../shared/document.ts'
import type { PersonFacts } from './person-eligibility.ts'
import { debtorEligibility, generalEligibility, personEligibility } from './person-eligibility.ts'

const day = (text: string): CalendarDate => parseDate(text)!

const address = {
  street: 'Rua das Acácias',
  number: '120',
  complement: '',
  district: 'Centro',
  city: 'Uberlândia',
  state: 'MG',
  zip: '38400100',
}

const facts: PersonFacts = {
  document: parseDocument('731.640.258-07'),
  name: 'MARIA EXEMPLO DA SILVA',
  birth: day('1984-12-31'),
  contractSince: day('2021-08-05'),
  address,
  consultedName: null,
  customers: 1,
  integrations: [{ missing: [], environment: 'production' }],
  newestPayment: day('2026-11-24'),
  inclusionsToday: 0,
  isReadOnly: false,
  isAuditing: false,
  policy: { isPaused: false, dailyLimit: 500 },
  today: day('2026-11-25'),
}

/** What is said beside the warning that always stands. */
const said = (changes: Partial<PersonFacts>) => {
  const reasons = personEligibility({ ...facts, ...changes })
  expect(reasons.filter(({ code }) => code === 'erp-records-unseen')).toHaveLength(1)
  return reasons.filter(({ code }) => code !== 'erp-records-unseen')
}

const block = (code: string, params = {}) => ({ code, level: 'block', written: false, params })
const warn = (code: string, params = {}) => ({ code, level: 'warn', written: false, params })
const written = (code: string) => ({ code, level: 'warn', written: true, params: {} })

test("one warning always stands: the ERP's own registrations cannot be read", () => {
  expect(personEligibility(facts)).toEqual([warn('erp-records-unseen')])
})

test('G45 · under 18 today or when the contract was made is blocked; an unknown birthday is a warning', () => {
  expect(said({ birth: day('2010-05-02') })).toEqual([block('minor')])
  expect(said({ birth: day('2008-11-25'), contractSince: day('2026-03-10') })).toEqual([
    block('minor-at-contract'),
  ])
  expect(said({ birth: day('2008-11-26') })).toEqual([block('minor')])
  expect(said({ birth: null })).toEqual([warn('birth-unknown')])
  expect(said({ birth: day('2008-11-25'), contractSince: day('2026-11-25') })).toEqual([])
  expect(said({ birth: day('2008-11-25'), contractSince: null })).toEqual([])
})

test('G45 · who was born on 29 February is of age on 1 March', () => {
  const birth = day('2008-02-29')
  expect(
    said({ birth, contractSince: null, newestPayment: day('2026-02-28'), today: day('2026-02-28') }),
  ).toEqual([block('minor')])
  expect(
    said({ birth, contractSince: null, newestPayment: day('2026-03-01'), today: day('2026-03-01') }),
  ).toEqual([])
})

test('G45 · a company has no birthday', () => {
  expect(said({ document: parseDocument('12.ABC.345/01DE-35'), birth: null })).toEqual([])
})

test('G44 · a name that is truly another one wants a written reason; small differences do not', () => {
  const register = { name: 'JOSE DA SILVA' }
  expect(said({ ...register, consultedName: 'MARIA APARECIDA LOPES' })).toEqual([written('name-differs')])
  for (const consultedName of ['José da Silva', 'JOSE SILVA', 'J. SILVA', 'SILVA JOSE', null])
    expect(said({ ...register, consultedName })).toEqual([])
})

test('G44 · without a valid document or a name nobody is registered; several customers of one document are told', () => {
  expect(said({ document: null })).toEqual([block('document-invalid')])
  expect(said({ name: '  ', consultedName: 'MARIA' })).toEqual([block('name-missing')])
  expect(said({ customers: 2 })).toEqual([warn('several-customers', { count: 2 })])
})

test('G51 · an address that no letter reaches is blocked', () => {
  expect(said({ address: { ...address, street: 'R. A', number: '', zip: '38400000' } })).toEqual([
    block('address-incomplete'),
  ])
  expect(said({ address: { ...address, zip: '00000-000' } })).toEqual([block('address-incomplete')])
  expect(said({ address: { ...address, number: 'S/N', zip: '38400-000' } })).toEqual([])
  expect(said({ address: null })).toEqual([block('address-incomplete')])
})

test('G51 · an address that had to be shortened is told', () => {
  const city = 'São José do Vale do Rio Preto'
  expect(said({ address: { ...address, city } })).toEqual([warn('address-shortened')])
})

test('G32 · without the means of removal nothing is included', () => {
  const incomplete = { missing: ['Motivo Baixa', 'senha Pefin'], environment: 'production' as const }
  expect(said({ integrations: [incomplete] })).toEqual([
    block('not-set-up', { missing: 'Motivo Baixa, senha Pefin' }),
  ])
  expect(said({ integrations: [] })).toEqual([block('not-set-up', { missing: '' })])
  expect(said({ integrations: [incomplete, ...facts.integrations] })).toEqual([])
})

test('G56 · the test environment is told', () => {
  expect(said({ integrations: [{ missing: [], environment: 'test' }] })).toEqual([warn('test-environment')])
})

test('G38 · after three days without a payment in the ERP the bank files may not have been read', () => {
  expect(said({ newestPayment: day('2026-11-23') })).toEqual([])
  expect(said({ newestPayment: day('2026-11-22') })).toEqual([warn('reconciliation-old')])
  expect(said({ newestPayment: null })).toEqual([warn('reconciliation-old')])
})

test('a pause, the daily limit and a store in doubt block everything', () => {
  expect(said({ policy: { isPaused: true, dailyLimit: 500 } })).toEqual([block('inclusions-paused')])
  expect(said({ inclusionsToday: 499 })).toEqual([])
  expect(said({ inclusionsToday: 500 })).toEqual([block('daily-limit', { limit: 500 })])
  expect(said({ policy: { isPaused: false, dailyLimit: 0 } })).toEqual([block('daily-limit', { limit: 0 })])
  expect(said({ isReadOnly: true })).toEqual([block('read-only')])
})

test('what concerns everybody, the debtor and the address are the whole of what is said of a person', () => {
  const bad: PersonFacts = {
    ...facts,
    document: null,
    name: '',
    birth: null,
    address: null,
    customers: 2,
    integrations: [{ missing: ['Motivo Baixa'], environment: 'test' }],
    newestPayment: null,
    inclusionsToday: 500,
    isReadOnly: true,
    policy: { isPaused: true, dailyLimit: 500 },
  }
  const general = generalEligibility(bad).map(({ code }) => code)
  const debtor = debtorEligibility(bad).map(({ code }) => code)
  const whole = personEligibility(bad).map(({ code }) => code)
  expect(debtor).toEqual(['document-invalid', 'name-missing', 'several-customers', 'birth-unknown'])
  expect([...general, ...debtor, 'address-incomplete'].toSorted()).toEqual(whole.toSorted())
})

test('G38 · while the newest payment is being asked for, nothing is said about it', () => {
  expect(generalEligibility({ ...facts, newestPayment: undefined })).toEqual([warn('erp-records-unseen')])
  expect(generalEligibility({ ...facts, newestPayment: null })).toEqual([
    warn('reconciliation-old'),
    warn('erp-records-unseen'),
  ])
})
