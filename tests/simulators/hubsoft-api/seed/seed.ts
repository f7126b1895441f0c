import { people, provider } from '../../people.ts'
import { addDays, dayOfMonth } from '../days.ts'
import type { Company, Customer, Invoice, Renegotiation } from '../records.ts'
import { customers as everybody } from './customers.ts'
import { companyIds, invoiceId, invoiceOf, ladder, paidOn } from './invoices.ts'

const { maria, jose, padaria, luis, zelia, oficina, antonia, joao } = people

/** The invoice id that stands for each case of the field. */
export const seedCases = {
  unpaid: invoiceId(maria, 2),
  partlyPaid: invoiceId(maria, 5),
  paidExactly: invoiceId(maria, 6),
  /** The terminated contract's penalty: no debt that may be registered by default. */
  fine: invoiceId(maria, 4),
  paidMore: invoiceId(jose, 20),
  /** Quit for HubSoft, because `data_pagamento` stands. */
  paidLess: invoiceId(jose, 21),
  /** A receipt of the full value, yet `data_pagamento` is null. */
  receiptWithoutPayment: invoiceId(jose, 22),
  paidWithoutCredit: invoiceId(jose, 23),
  /** Paid before it was created, as in HubSoft's own example. */
  paidBeforeCreated: invoiceId(jose, 24),
  cancelled: invoiceId(padaria, 20),
  renegotiated: invoiceId(padaria, 21),
  renegotiatedFirst: invoiceId(padaria, 22),
  renegotiatedSecond: invoiceId(padaria, 23),
  withoutService: invoiceId(zelia, 20),
  equipment: invoiceId(zelia, 21),
  tooSmall: invoiceId(zelia, 22),
  /** Due five years ago: past the 4 years and 11 months. */
  tooOld: invoiceId(zelia, 23),
  otherBranch: invoiceId(zelia, 24),
  zero: invoiceId(zelia, 25),
  ofMinor: invoiceId(luis, 2),
  ofAlphanumeric: invoiceId(padaria, 2),
  ofLongAddress: invoiceId(oficina, 2),
  ofAllCancelled: invoiceId(antonia, 2),
  ofUnknownBirth: invoiceId(joao, 2),
  ofTwin: invoiceId(people.benedita, 2),
} as const
export type SeedCases = typeof seedCases

export interface Seed {
  customers: Customer[]
  companies: Company[]
  invoices: Invoice[]
  renegotiations: Renegotiation[]
  cases: SeedCases
}

const ofJose = (customer: Customer, today: string): Invoice[] => {
  const paid = addDays(today, -5)
  const late = { due: dayOfMonth(today, -6, 10), text: 'Mensalidade' }
  const receipts = [{ id: 2_001, number: 'eb479f12b2001', cents: 11_990, paid }]
  return [
    invoiceOf(customer, { ...late, place: 20, cents: 19_990, ...paidOn(paid, 24_041) }),
    invoiceOf(customer, { ...late, place: 21, ...paidOn(paid, 10_990) }),
    invoiceOf(customer, { ...late, place: 22, receipts }),
    invoiceOf(customer, { ...late, place: 23, ...paidOn(paid, 11_990), credited: null }),
    invoiceOf(customer, { ...late, place: 24, ...paidOn(addDays(late.due, -70), 11_990) }),
  ]
}

const ofPadaria = (customer: Customer, today: string): Invoice[] => {
  const late = { due: dayOfMonth(today, -7, 10), text: 'Mensalidade' }
  const parcel = { text: 'Parcela de renegociação', cents: 5_995, renegotiationId: 401 }
  return [
    invoiceOf(customer, { ...late, place: 20, active: false }),
    invoiceOf(customer, { ...late, place: 21, active: false }),
    invoiceOf(customer, { ...parcel, place: 22, due: dayOfMonth(today, -1, 15) }),
    invoiceOf(customer, { ...parcel, place: 23, due: dayOfMonth(today, 1, 15) }),
  ]
}

const ofZelia = (customer: Customer, today: string): Invoice[] => {
  const due = dayOfMonth(today, -2, 12)
  return [
    invoiceOf(customer, { place: 20, due, text: 'Taxa de instalação', serviceId: null }),
    invoiceOf(customer, { place: 21, due, text: 'EQUIPAMENTO EM COMODATO', cents: 29_900 }),
    invoiceOf(customer, { place: 22, due, text: 'Mensalidade proporcional', cents: 999 }),
    invoiceOf(customer, { place: 23, due: dayOfMonth(today, -60, 10), text: 'Mensalidade' }),
    invoiceOf(customer, { place: 24, due, text: 'Mensalidade', companyId: companyIds.branch }),
    invoiceOf(customer, { place: 25, due, text: 'Cortesia', cents: 0 }),
  ]
}

const special = (customer: Customer, today: string): Invoice[] => {
  if (customer.id === jose.id) return ofJose(customer, today)
  if (customer.id === padaria.id) return ofPadaria(customer, today)
  return customer.id === zelia.id ? ofZelia(customer, today) : []
}

/**
 * A small tenant that holds every case; all days count from `today`. On 2026-11-25 the first eight invoices of
 * everybody are those of HubSoft's pages in the other simulator.
 */
export const seed = (today: string): Seed => {
  const customers = everybody(today)
  return {
    customers,
    companies: [
      { id: companyIds.headOffice, ...provider.headOffice },
      { id: companyIds.branch, ...provider.branch },
    ],
    invoices: customers.flatMap((customer) => [...ladder(customer, today), ...special(customer, today)]),
    renegotiations: [
      {
        id: 401,
        customerId: padaria.id,
        created: dayOfMonth(today, -2, 15),
        status: 'aguardando',
        totalCents: 11_990,
        oldInvoiceIds: [seedCases.renegotiated],
        newInvoiceIds: [seedCases.renegotiatedFirst, seedCases.renegotiatedSecond],
      },
    ],
    cases: seedCases,
  }
}
