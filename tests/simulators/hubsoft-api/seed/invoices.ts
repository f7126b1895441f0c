import type { CustomerOf } from '../../people.ts'
import { addDays, dayOfMonth } from '../days.ts'
import type { Customer, Invoice } from '../records.ts'

export const companyIds = { headOffice: 1, branch: 2 } as const

/** `700000 + code × 100 + place`: the number that the page shows as well. */
export const invoiceId = ({ code }: CustomerOf, place: number): number => 700_000 + code * 100 + place

interface Draft extends Partial<Omit<Invoice, 'lines'>> {
  place: number
  due: string
  text: string
}

/** An unpaid invoice of the customer's only service by the head office, unless the draft says otherwise. */
export const invoiceOf = (customer: Customer, { place, text, ...draft }: Draft): Invoice => {
  const id = invoiceId(customer, place)
  const cents = draft.cents ?? 11_990
  return {
    id,
    customerId: customer.id,
    serviceId: customer.services[0]?.id ?? null,
    companyId: companyIds.headOffice,
    created: addDays(draft.due, -20),
    paid: null,
    credited: null,
    cents,
    paidCents: null,
    interestCents: null,
    discountCents: 0,
    active: true,
    partial: false,
    renegotiationId: null,
    receipts: [],
    lines: [{ id: id * 10, text, cents }],
    ...draft,
  }
}

/** A payment's fields, with its receipt; the money is there a day later. */
export const paidOn = (
  on: string,
  paidCents: number,
): Pick<Invoice, 'paid' | 'credited' | 'paidCents' | 'receipts'> => ({
  paid: on,
  credited: addDays(on, 1),
  paidCents,
  receipts: [{ id: 2_000, number: 'eb479f12b9c77', cents: paidCents, paid: on }],
})

const monthly = (due: string): string => `Mensalidade ${due.slice(5, 7)}/${due.slice(0, 4)}`

/** The invoices that everybody has: one to come, three late, a fine, a partly paid one, two paid. Places 0 to 7. */
export const ladder = (customer: Customer, today: string): Invoice[] => {
  const month = (place: number, months: number, rest: Partial<Invoice> = {}): Invoice => {
    const due = dayOfMonth(today, months, 10)
    return invoiceOf(customer, { place, due, text: monthly(due), ...rest })
  }
  const partly = [{ id: 1_900, number: 'eb479f12b1900', cents: 5_000, paid: dayOfMonth(today, -2, 3) }]
  return [
    month(0, 1),
    month(1, 0),
    month(2, -1),
    month(3, -2),
    invoiceOf(customer, {
      place: 4,
      due: dayOfMonth(today, -3, 20),
      text: 'Multa rescisória',
      cents: 35_000,
    }),
    month(5, -3, { partial: true, receipts: partly }),
    month(6, -4, paidOn(dayOfMonth(today, -4, 9), 11_990)),
    month(7, -5, paidOn(dayOfMonth(today, -5, 10), 11_990)),
  ]
}
