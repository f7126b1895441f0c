// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Cnpj } from '../../../shared/document.ts'
import { integration, product } from '../../ui/testing/samples.ts'
import { modelOf } from '../candidates/model.ts'
import { candidateOf } from '../testing/candidate-samples.ts'
import { emptySelection, withAll } from './select.ts'
import { needOf, otherIssuers, readyIntegrations, sendingChoice, unitCents } from './sending-choice.ts'

const reasons = (...codes: string[]) =>
  product({ kind: 'inclusion-reason', reasons: codes.map((code) => ({ code, text: code })) })
const branchCnpj = '33000167000101' as Cnpj
const main = integration({
  products: [reasons('01', '02'), product({ kind: 'inclusion', priceCents: 4_50 })],
})
const test1 = integration({ id: 't1', environment: 'test', products: [reasons('01')] })
const branch = integration({ id: 'b1', creditor: branchCnpj, products: [reasons('07')] })
const nothing = { integrationId: '', reasonCode: '' }
const issuers = [
  { value: '33.000.167/0001-01', count: 3 },
  { value: '04718253000156', count: 900 },
]

describe('in whose name and why', () => {
  test('the creditor that issued most comes first, in production', () => {
    const { integration: chosen, reasonCode } = sendingChoice([test1, branch, main], issuers, nothing)
    expect([chosen?.id, reasonCode]).toEqual(['i1', ''])
  })

  test('a single reason needs no choice, nor does a single integration', () => {
    expect(sendingChoice([branch], [], nothing)).toEqual({ integration: branch, reasonCode: '07' })
    expect(sendingChoice([branch, main], [], nothing).integration).toBeNull()
  })

  test('what a person chose stands while it is there', () => {
    const chosen = { integrationId: 't1', reasonCode: '01' }
    expect(sendingChoice([main, test1], issuers, chosen).integration?.id).toBe('t1')
    expect(sendingChoice([main], issuers, chosen)).toEqual({ integration: main, reasonCode: '01' })
    expect(sendingChoice([main], issuers, { integrationId: 'i1', reasonCode: '99' }).reasonCode).toBe('')
  })

  test('only what can include and remove is offered', () => {
    expect(readyIntegrations([integration({ missing: ['removal'] }), main])).toEqual([main])
  })

  test('the price of an inclusion, where there is one', () => {
    expect(unitCents(main)).toBe(4_50)
    expect(unitCents(branch)).toBeNull()
    expect(unitCents(null)).toBeNull()
  })
})

test('debts of another issuer are counted; one that names none is no other', () => {
  const model = modelOf([
    candidateOf({ id: 'a' }),
    candidateOf({ id: 'b', issuer: '33.000.167/0001-01' }),
    candidateOf({ id: 'c', issuer: '33000167000101' }),
    candidateOf({ id: 'd', issuer: '' }),
  ])
  expect(otherIssuers(emptySelection(model), main.creditor)).toBe(0)
  const all = withAll(emptySelection(model), model.entries, true)
  expect(otherIssuers(all, main.creditor)).toBe(2)
  expect(otherIssuers(withAll(all, model.entries.slice(1, 2), false), main.creditor)).toBe(1)
})

test('what is missing, one thing after the other; G71 · too many are refused here', () => {
  const choice = { integration: main, reasonCode: '01' }
  const facts = { debts: 3, isReading: false, isBlocked: false, hasIntegrations: true, choice }
  expect(needOf(facts)).toBeNull()
  expect(needOf({ ...facts, debts: 0 })).toBe('nothing')
  expect(needOf({ ...facts, debts: 5_000 })).toBeNull()
  expect(needOf({ ...facts, debts: 5_001 })).toBe('too-many')
  expect(needOf({ ...facts, isBlocked: true })).toBe('blocked')
  expect(needOf({ ...facts, isReading: true })).toBe('reading')
  expect(needOf({ ...facts, debts: 0, hasIntegrations: false })).toBe('noIntegration')
  expect(needOf({ ...facts, choice: { integration: null, reasonCode: '' } })).toBe('integration')
  expect(needOf({ ...facts, choice: { ...choice, reasonCode: '' } })).toBe('reason')
})
