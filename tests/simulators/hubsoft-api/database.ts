import { addDays } from './days.ts'
import { lookup } from './lookup.ts'
import type { Company, Customer, Invoice, Renegotiation } from './records.ts'
import { seed } from './seed/seed.ts'
import type { SeedCases } from './seed/seed.ts'

interface Payment {
  /** Default: today. */
  on?: string
  /** Default: the invoice's value. */
  cents?: number
  /** Default: the day after; null for a payment whose money has no date. */
  credited?: string | null
}

/** A tenant's data, live: a test may change any record, or let the provider's staff do something. */
export interface HubsoftDatabase {
  customers: Customer[]
  companies: Company[]
  invoices: Invoice[]
  renegotiations: Renegotiation[]
  /** Which invoice stands for which case of the field. */
  cases: SeedCases
  /** @throws when there is none. */
  invoice(id: number): Invoice
  customer(id: number): Customer
  /** Everybody with this document, or this code, as text. */
  customersBy: Record<'document' | 'code', (key: string) => readonly Customer[]>
  /** Every invoice of the customer. */
  invoicesOf: (customerId: number) => readonly Invoice[]
  /** Quits an invoice, as a bank return or a desk would. */
  pay(id: number, payment?: Payment): void
  /** "Baixado parcial": a receipt, but not quit. */
  payPartly(id: number, cents: number): void
  /** Estorno: the payment is taken back. */
  undo(id: number): void
  /** The invoice becomes inactive, unpaid. */
  cancel(id: number): void
  /** Cancelled, and issued again with a newer number: the second one. */
  reissue(id: number): Invoice
  /** Taken off the books without a payment. */
  writeOff(id: number): void
  /** The old invoices become inactive; new ones take their place, one a month. */
  renegotiate(ids: readonly number[], parcels: number): Renegotiation
  /** Gone without a trace. */
  erase(id: number): void
}

const byNumber = <Item extends { id: number }>(items: readonly Item[], what: string) => {
  const find = lookup(items, ({ id }) => String(id))
  return (id: number): Item => {
    const [found] = find(String(id))
    if (!found) throw new Error(`no ${what} ${id}`)
    return found
  }
}

const parcel = (
  model: Invoice,
  id: number,
  cents: number,
  due: string,
  today: string,
  renegotiationId: number,
): Invoice => ({
  ...structuredClone(model),
  id,
  cents,
  due,
  created: today,
  active: true,
  renegotiationId,
  lines: [{ id: id * 10, text: 'Parcela de renegociação', cents }],
  receipts: [],
})

/** @param today the day that "today" means, asked at every act. */
export const database = (today: () => string): HubsoftDatabase => {
  const data = seed(today())
  const customerOf = byNumber(data.customers, 'customer')
  const invoice = byNumber(data.invoices, 'invoice')
  const invoicesBy = lookup(data.invoices, ({ customerId }) => String(customerId))
  let receiptId = 2_662
  const receive = (target: Invoice, cents: number, paid: string): void => {
    receiptId += 1
    target.receipts.push({ id: receiptId, number: `eb479f12b${receiptId}`, cents, paid })
  }
  const nextId = (): number => data.invoices.reduce((highest, each) => Math.max(highest, each.id), 0) + 1

  return {
    ...data,
    invoice,
    customer: customerOf,
    customersBy: {
      document: lookup(data.customers, ({ document }) => document),
      code: lookup(data.customers, ({ code }) => String(code)),
    },
    invoicesOf: (customerId) => invoicesBy(String(customerId)),
    pay: (id, { on = today(), cents, credited } = {}) => {
      const target = invoice(id)
      const paidCents = cents ?? target.cents
      Object.assign(target, {
        paid: on,
        paidCents,
        partial: false,
        credited: credited === undefined ? addDays(on, 1) : credited,
      })
      receive(target, paidCents, on)
    },
    payPartly: (id, cents) => {
      const target = invoice(id)
      target.partial = true
      receive(target, cents, today())
    },
    undo: (id) =>
      void Object.assign(invoice(id), {
        paid: null,
        credited: null,
        paidCents: null,
        partial: false,
        receipts: [],
      }),
    cancel: (id) => {
      invoice(id).active = false
    },
    reissue: (id) => {
      const old = invoice(id)
      old.active = false
      const fresh: Invoice = { ...structuredClone(old), id: nextId(), created: today(), active: true }
      data.invoices.push(fresh)
      return fresh
    },
    writeOff: (id) => {
      invoice(id).isWrittenOff = true
    },
    erase: (id) => void data.invoices.splice(data.invoices.indexOf(invoice(id)), 1),
    renegotiate: (ids, parcels) => {
      const old = ids.map(invoice)
      const [model] = old
      if (!model) throw new Error('nothing to renegotiate')
      const totalCents = old.reduce((sum, each) => sum + each.cents, 0)
      const id = data.renegotiations.length + 401
      const share = Math.floor(totalCents / parcels)
      const newInvoiceIds: number[] = []
      for (let turn = 0; turn < parcels; turn += 1) {
        const cents = turn === 0 ? totalCents - share * (parcels - 1) : share
        const fresh = parcel(model, nextId(), cents, addDays(today(), 30 * (turn + 1)), today(), id)
        data.invoices.push(fresh)
        newInvoiceIds.push(fresh.id)
      }
      for (const each of old) each.active = false
      const agreed: Renegotiation = {
        id,
        customerId: model.customerId,
        created: today(),
        status: 'aguardando',
        totalCents,
        oldInvoiceIds: [...ids],
        newInvoiceIds,
      }
      data.renegotiations.push(agreed)
      return agreed
    },
  }
}
