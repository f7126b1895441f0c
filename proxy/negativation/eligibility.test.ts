import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseDate } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { today } from '../../shared/business-time.ts'
import { parseCnpj } from '../../shared/document.ts'
import { cents, parseMoney } from '../../shared/money.ts'
import { anyCnpj } from '../../shared/document.arbitraries.ts'
import type { EligibilityFacts } from './eligibility.ts'
import { eligibility } from './eligibility.ts'

const day = (text: string): CalendarDate => parseDate(text)!
const creditor = parseCnpj('04.718.253/0001-56')!
const branch = parseCnpj('12.ABC.345/01DE-35')!

const invoice: NonNullable<EligibilityFacts['invoice']> = {
  due: day('2026-07-10'),
  cents: cents(79_90),
  fact: 'open',
  issuer: '04.718.253/0001-56',
  isFee: false,
  isEquipment: false,
  slip: '23793.38128 60007.827136 95000.063305 9 75520000370000',
}

const policy: EligibilityFacts['policy'] = {
  minDaysLate: 30,
  minCents: 10_00,
  maxMonths: 59,
  activeService: 'written',
  leaveOutFees: true,
}

const facts: EligibilityFacts = {
  invoice,
  service: { isCancelled: true },
  creditors: [creditor],
  isRegistered: false,
  policy,
  today: day('2026-11-25'),
}

/** What is said of the good invoice with some of it changed. */
const said = (changes: Partial<typeof invoice>, others: Partial<EligibilityFacts> = {}) =>
  eligibility({ ...facts, invoice: { ...invoice, ...changes }, ...others })

const block = (code: string, params = {}) => ({ code, level: 'block', written: false, params })
const warn = (code: string, params = {}) => ({ code, level: 'warn', written: false, params })
const written = (code: string) => ({ code, level: 'warn', written: true, params: {} })

test('nothing speaks against an open, old enough invoice of a cancelled service', () => {
  expect(eligibility(facts)).toEqual([])
})

test('G36 · too old, last day, near the limit; the limit of 31/03 is the end of February', () => {
  expect(said({ due: day('2021-12-20') })).toEqual([block('too-old', { limit: '20/11/2026' })])
  expect(said({ due: day('2021-12-25') })).toEqual([warn('last-day', { limit: '25/11/2026' })])
  expect(said({ due: day('2021-12-26') })).toEqual([warn('near-limit', { limit: '26/11/2026' })])
  expect(said({ due: day('2022-03-31') })).toEqual([])
  const late = { today: day('2027-03-01') }
  expect(said({ due: day('2022-03-31') }, late)).toEqual([block('too-old', { limit: '28/02/2027' })])
  expect(said({ due: day('2022-03-31') }, { today: day('2027-02-28') })).toEqual([
    warn('last-day', { limit: '28/02/2027' }),
  ])
})

test("G36 · the administrator's limit may be shorter", () => {
  const strict = { policy: { ...policy, maxMonths: 12 } }
  expect(said({ due: day('2025-11-24') }, strict)).toEqual([block('too-old', { limit: '24/11/2026' })])
})

test('G35 · an active service wants a written reason, or is blocked where the administrator says so', () => {
  const active = { service: { isCancelled: false } }
  expect(said({}, active)).toEqual([written('service-active')])
  expect(said({}, { ...active, policy: { ...policy, activeService: 'block' } })).toEqual([
    block('service-active'),
  ])
  expect(said({}, { service: null, policy: { ...policy, activeService: 'block' } })).toEqual([
    written('service-unknown'),
  ])
})

test('G35 · 20 days late is not late enough for a rule of 30', () => {
  expect(said({ due: day('2026-11-05') })).toEqual([block('not-late-enough', { days: 20, min: 30 })])
  expect(said({ due: day('2026-10-26') })).toEqual([])
})

test('G78 · what is due on the last of November is not overdue while it is still November in Brazil', () => {
  const dueNow = { due: day('2026-11-30') }
  const rule = { policy: { ...policy, minDaysLate: 1 } }
  const at = (instant: string) => ({ ...rule, today: today(() => Date.parse(instant)) })
  expect(said(dueNow, at('2026-12-01T01:30:00Z'))).toEqual([block('not-overdue')])
  expect(said(dueNow, at('2026-12-01T03:00:00Z'))).toEqual([])
})

test('G79 · a due date with a time of day is that day: due today is not overdue', () => {
  expect(said({ due: day('2026-11-25T15:00:00') })).toEqual([block('not-overdue')])
  const late = eligibility({
    ...facts,
    invoice: { ...invoice, due: day('2026-10-25T23:59') },
    policy: { ...policy, minDaysLate: 32 },
  })
  expect(late).toEqual([block('not-late-enough', { days: 31, min: 32 })])
})

test('G96 · negative and zero are never eligible, however the page writes them', () => {
  for (const text of ['-R$ 10,00', 'R$ -10,00', '(10,00)', '−10,00', '0,00', '10,00-'])
    expect(said({ cents: parseMoney(text)! })).toEqual([block('value-not-positive')])
})

test('G96 · no amount of zero or less gets through, whatever the rest says', () => {
  fc.assert(
    fc.property(fc.integer({ max: 0 }), fc.boolean(), (amount, isFee) => {
      const codes = said({ cents: cents(amount), isFee }).map(({ code, level }) => `${code} ${level}`)
      expect(codes).toContain('value-not-positive block')
    }),
  )
})

test('the floor of the value is the rule', () => {
  expect(said({ cents: cents(9_99) })).toEqual([block('value-too-small', { min: 'R$ 10,00' })])
  expect(said({ cents: cents(10_00) })).toEqual([])
})

test('G40 · only what is surely open: partly paid, written off, cancelled or unread blocks', () => {
  for (const fact of ['paid', 'partial', 'written-off', 'cancelled', 'renegotiated'] as const)
    expect(said({ fact })).toEqual([block('not-open', { fact })])
  expect(eligibility({ ...facts, invoice: null })).toEqual([block('not-read')])
})

test('G43 · an invoice with a live record is blocked, also when it cannot be read', () => {
  expect(said({}, { isRegistered: true })).toEqual([block('already-registered')])
  expect(eligibility({ ...facts, invoice: null, isRegistered: true })).toEqual([
    block('already-registered'),
    block('not-read'),
  ])
})

test('only the creditor registers its own invoices; an issuer that the ERP does not name wants a written reason', () => {
  expect(said({ issuer: branch })).toEqual([block('issuer-differs')])
  expect(said({ issuer: branch }, { creditors: [creditor, branch] })).toEqual([])
  expect(said({ issuer: '04718253000199' })).toEqual([block('issuer-differs')])
  expect(said({ issuer: null })).toEqual([written('issuer-differs')])
  expect(said({ issuer: branch }, { creditors: [] })).toEqual([])
  fc.assert(
    fc.property(anyCnpj, (issuer) => {
      fc.pre(issuer !== creditor)
      expect(said({ issuer })).toEqual([block('issuer-differs')])
    }),
  )
})

test('fees and equipment stay out by the rule', () => {
  expect(said({ isFee: true, isEquipment: true })).toEqual([block('fee'), block('equipment')])
  expect(said({ isFee: true, isEquipment: true }, { policy: { ...policy, leaveOutFees: false } })).toEqual([])
})

test('G55 · without a payable slip the debtor may not have been able to pay', () => {
  expect(said({ slip: null })).toEqual([warn('no-payable-slip')])
})

test('all that is wrong is told at once', () => {
  const codes = said({ cents: cents(0), slip: null, fact: 'partial' }, { service: null }).map(
    ({ code }) => code,
  )
  expect(codes).toEqual(['not-open', 'value-not-positive', 'service-unknown', 'no-payable-slip'])
})

test('an allowed due date lies between the rule of days and the limit of months, whatever the day', () => {
  fc.assert(
    fc.property(fc.nat(2_500), (days) => {
      const due = addDays(facts.today, -days)
      const blocked = said({ due }).some(({ level }) => level === 'block')
      expect(blocked).toBe(days < 30 || due < '2021-12-25')
    }),
  )
})
