import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleNegativation } from './sample-negativation.ts'
import type { InvoiceFactKind, NegativationState } from '../../shared/api.ts'
import { negativationStates } from '../../shared/api.ts'
import { cents } from '../../shared/money.ts'
import type { ErpInvoice } from '../../proxy/erps/erp.ts'
import type { Reading } from '../../proxy/sweep/verdict.ts'
import { verdictOf } from '../../proxy/sweep/verdict.ts'

const at = '2026-11-25T13:00:00.000Z'
const days = ['2026-11-20', '2026-11-23', '2026-11-24'] as ErpInvoice['due'][]
const [invoice] = sampleNegativation().invoices

const recordOf = (state: NegativationState, count: number, checkedAt: string | null = null) =>
  sampleNegativation({
    state,
    invoices: Array.from({ length: count }, (_, place) => ({ ...invoice!, id: String(place), checkedAt })),
  })

const paidRow: ErpInvoice = {
  id: '0',
  customerId: '1001',
  document: '73164025807',
  serviceId: '77',
  due: invoice!.due,
  cents: cents(7990),
  description: '',
  issuer: null,
  fact: 'paid',
  payment: null,
  partlyPaidCents: null,
  isFee: false,
  isEquipment: false,
  slip: null,
}

const rowArbitrary = (id: string): fc.Arbitrary<ErpInvoice | null> =>
  fc.option(
    fc
      .record({
        fact: fc.constantFrom('open', 'paid', 'partial', 'written-off', 'cancelled', 'renegotiated'),
        paid: fc.constantFrom(...days),
        credited: fc.option(fc.constantFrom(...days), { nil: null }),
        amount: fc.option(fc.nat(20_000), { nil: null }),
        customerId: fc.constantFrom('1001', '1001', '1001', '1001', '1001', '9'),
      })
      .map(
        ({ fact, paid, credited, amount, customerId }) =>
          ({
            ...paidRow,
            id,
            customerId,
            fact,
            payment: fact === 'paid' ? { paid, credited, cents: amount } : null,
            partlyPaidCents: fact === 'partial' ? cents(1000) : null,
          }) satisfies ErpInvoice,
      ),
  )

const cases = fc
  .record({
    state: fc.constantFrom(...negativationStates),
    count: fc.integer({ min: 1, max: 4 }),
    isWhole: fc.boolean(),
    agreements: fc.constantFrom([], null),
    checkedAt: fc.constantFrom(null, '2026-11-24T13:00:00.000Z', '2026-11-25T12:59:00.000Z'),
  })
  .chain((fields) =>
    fc
      .tuple(...Array.from({ length: fields.count }, (_, place) => rowArbitrary(String(place))))
      .map((rows) => ({
        record: recordOf(fields.state, fields.count, fields.checkedAt),
        reading: {
          rows: rows.filter((row) => row !== null),
          agreements: fields.agreements,
          at,
          isWhole: fields.isWhole,
          confirmAfter: 43_200_000,
        } satisfies Reading,
      })),
  )

const clearable = new Set<NegativationState>(['sending', 'unknown', 'not-included', 'sent', 'active'])

test('paid exactly when every invoice has a paid row of the right customer, and never in a state where it means nothing', () => {
  fc.assert(
    fc.property(cases, ({ record, reading }) => {
      const { proof } = verdictOf(record, reading)
      const isProved = record.invoices.every(({ id }) =>
        reading.rows.some((row) => row.id === id && row.fact === 'paid' && row.customerId === '1001'),
      )
      const isPaid = proof.kind === 'remove' && proof.cause === 'paid'
      expect(isPaid).toBe(isProved && clearable.has(record.state))
    }),
    { numRuns: 2000 },
  )
})

const paidRows = fc
  .array(fc.tuple(fc.constantFrom(...days), fc.option(fc.constantFrom(...days), { nil: null })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((payments) =>
    payments.map(([paid, credited], place) => ({
      ...paidRow,
      id: String(place),
      payment: { paid, credited, cents: null },
    })),
  )

test('the clock starts with the last of the payments: the day of its money, else the day of the payment', () => {
  fc.assert(
    fc.property(paidRows, (rows) => {
      const reading = { rows, agreements: [], at, isWhole: false, confirmAfter: 0 }
      const { proof } = verdictOf(recordOf('active', rows.length), reading)
      const last = rows
        .map(({ payment }) => payment.credited ?? payment.paid)
        .toSorted()
        .at(-1)
      expect(proof).toMatchObject({ kind: 'remove', cause: 'paid', clockFrom: last })
    }),
  )
})

test('without a paid row and without a confirmed cancellation nothing is ever removed', () => {
  fc.assert(
    fc.property(cases, ({ record, reading }) => {
      const { proof } = verdictOf(record, reading)
      const facts = record.invoices.map(({ id }) => reading.rows.find((row) => row.id === id)?.fact ?? 'none')
      const isSettled = facts.every((fact) => ['paid', 'cancelled', 'renegotiated'].includes(fact))
      expect(proof.kind !== 'remove' || isSettled).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a row of somebody else proves nothing, and leaves every fact as it was', () => {
  fc.assert(
    fc.property(cases, ({ record, reading }) => {
      const { proof, invoices } = verdictOf(record, reading)
      const isForeign = reading.rows.some(({ customerId }) => customerId === '9')
      expect(proof.kind === 'foreign').toBe(isForeign)
      expect(isForeign ? invoices : record.invoices).toEqual(record.invoices)
    }),
  )
})

test('the facts read twice in the same look are the same: nothing depends on how often it is read', () => {
  fc.assert(
    fc.property(cases, ({ record, reading }) => {
      const first = verdictOf(record, reading)
      const again = verdictOf({ ...record, invoices: first.invoices }, reading)
      expect(again.invoices).toEqual(first.invoices)
    }),
  )
})

const quiet = new Set<InvoiceFactKind>(['open', 'paid', 'cancelled', 'vanished'])

test('every whole look ends in a removal, in a task, or in an invoice that is open or waits for its second look', () => {
  fc.assert(
    fc.property(cases, ({ record, reading }) => {
      fc.pre(reading.isWhole && clearable.has(record.state) && record.state !== 'not-included')
      const { proof, invoices, tasks } = verdictOf(record, reading)
      const isQuiet = proof.kind === 'nothing' && tasks.length === 0
      const rest = invoices.map(({ fact }) => fact).filter((fact) => !quiet.has(fact))
      expect(isQuiet ? rest : []).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
