import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { cents } from '../../shared/money.ts'
import type { OverdueInvoice } from '../erps/erp.ts'
import { overdueDebts, totalsOf } from './overdue-debts.ts'
import { dayOf, overdueInvoice } from './overdue-invoice.samples.ts'

const one = (id: string, over: Partial<OverdueInvoice> = {}) => overdueInvoice({ id, ...over })
const shape = (invoices: OverdueInvoice[]) =>
  overdueDebts(invoices).map(({ id, invoices: held }) => [id, held.map((invoice) => invoice.id).join(' ')])

test('a customer with two services, and one with two issuers, have two debts each', () => {
  const invoices = [
    one('1', { serviceId: '1' }),
    one('2', { serviceId: '2' }),
    one('3', { customerId: '6', serviceId: '3' }),
    one('4', { customerId: '6', serviceId: '3', issuer: '90001000000107' }),
    one('5', { serviceId: '1' }),
  ]
  expect(shape(invoices)).toEqual([
    ['5012:1:04718253000156', '1 5'],
    ['5012:2:04718253000156', '2'],
    ['6:3:04718253000156', '3'],
    ['6:3:90001000000107', '4'],
  ])
  expect(totalsOf(overdueDebts(invoices))).toEqual({ people: 2, debts: 4, invoices: 5, cents: 5 * 119_90 })
})

test('the issuer is the same with its mask; one that is no CNPJ, and none at all, are their own', () => {
  const masked = one('2', { issuer: ' 04.718.253/0001-56 ' })
  expect(shape([one('1'), masked])).toEqual([['5012:7701:04718253000156', '1 2']])
  const odd = [
    one('3', { issuer: null }),
    one('4', { issuer: '  ' }),
    one('5', { issuer: `MATRIZ ${'X'.repeat(200)}` }),
  ]
  expect(shape(odd)).toEqual([
    ['5012:7701:', '3 4'],
    [`5012:7701:MATRIZ ${'X'.repeat(23)}`, '5'],
  ])
})

test('the most late comes first, in a debt and among the debts', () => {
  const invoices = [
    one('1', { due: dayOf('2026-09-01') }),
    one('2', { due: dayOf('2026-07-01') }),
    one('3', { customerId: '6', due: dayOf('2026-08-01') }),
    one('4', { customerId: '7', due: dayOf('2026-06-30') }),
  ]
  expect(shape(invoices).map(([, held]) => held)).toEqual(['4', '2 1', '3'])
})

test('G35 · while the rows disagree about the service it is not cancelled', () => {
  const open = { name: 'FIBRA', state: 'Serviço Habilitado', isCancelled: false }
  const [debt] = overdueDebts([one('1', { due: dayOf('2026-01-01') }), one('2', { service: open })])
  expect(debt?.service).toEqual(open)
  expect(overdueDebts([one('1'), one('2', { service: null })])[0]?.service).toBeNull()
})

const few = (...texts: string[]) => fc.constantFrom(...texts)
const anyInvoice = fc.record({
  customerId: few('1', '2', '3'),
  serviceId: fc.option(few('1', '2')),
  issuer: fc.option(few('04718253000156', '04.718.253/0001-56', '90001000000107', 'x', '')),
  late: fc.integer({ min: 1, max: 3_000 }),
  amount: fc.integer({ min: -5_000, max: 500_000 }),
})

test('grouping loses no invoice and no cent, and mixes nobody', () => {
  fc.assert(
    fc.property(fc.array(anyInvoice, { maxLength: 60 }), (drawn) => {
      const invoices = drawn.map(({ late, amount, ...fields }, at) =>
        one(String(at), { ...fields, due: addDays(dayOf('2026-11-25'), -late), cents: cents(amount) }),
      )
      const debts = overdueDebts(invoices)
      const held = debts.flatMap((debt) => debt.invoices)
      expect(held.map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual(invoices.map((_, at) => at))
      const total = totalsOf(debts)
      expect(total.cents).toBe(invoices.reduce((sum, invoice) => sum + invoice.cents, 0))
      expect(total.invoices).toBe(invoices.length)
      expect(total.people).toBe(new Set(invoices.map(({ customerId }) => customerId)).size)
      expect(new Set(debts.map(({ id }) => id)).size).toBe(debts.length)
      for (const debt of debts)
        for (const { customerId, serviceId } of debt.invoices)
          expect([customerId, serviceId]).toEqual([debt.customer.id, debt.serviceId])
      const firsts = debts.map(({ invoices: [oldest] }) => oldest!.due)
      expect(firsts).toEqual(firsts.toSorted())
    }),
  )
})
