import type { Erp, ErpCustomer, ErpInvoice, OverdueInvoice, Renegotiation } from '../../proxy/erps/erp.ts'
import { plainCopy } from '../../proxy/store/plain-copy.ts'
import { addMonths } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { AppError } from '../../shared/errors.ts'
import { cents } from '../../shared/money.ts'

const pageSize = 500

const isUnpaid = (fact: ErpInvoice['fact']): boolean =>
  fact !== 'paid' && fact !== 'cancelled' && fact !== 'renegotiated'

export type ErpMethod = keyof Erp

/** An ERP in memory, which does what its staff and its debtors do. */
export interface FakeErp {
  /** What the product is given. */
  erp: Erp
  customers: ErpCustomer[]
  agreements: Renegotiation[]
  /** Rows of a page of overdue invoices that cannot be read, by page. */
  unread: Map<number, number>
  /** How often each method was called. */
  calls: Record<ErpMethod, number>
  /** Thrown by the named method, or by all, until it is taken back with null. */
  failure(error: AppError | null, method?: ErpMethod): void
  /** Resolves when the method has been called; the call then waits until `release`. */
  hang(method: ErpMethod): { called: Promise<void>; release: () => void }
  add(invoice: Partial<ErpInvoice> & Pick<ErpInvoice, 'id' | 'customerId' | 'due'>): ErpInvoice
  invoice(id: string): ErpInvoice
  /** @param credited default the same day; null when the ERP does not say. */
  pay(id: string, on: CalendarDate, options?: { amount?: number; credited?: CalendarDate | null }): void
  payPartly(id: string, amount: number): void
  /** The payment is taken back. */
  undo(id: string): void
  /** Quit without a payment. */
  writeOff(id: string): void
  cancel(id: string): void
  /** The old one becomes inactive; so many new ones, one a month, take its place. Their ids. */
  renegotiate(id: string, parcels: number): string[]
  /** Gone without a trace. */
  erase(id: string): void
}

export const fakeErp = (): FakeErp => {
  const invoices = new Map<string, ErpInvoice>()
  const customers: ErpCustomer[] = []
  const agreements: Renegotiation[] = []
  const unread = new Map<number, number>()
  const failures = new Map<ErpMethod | 'all', AppError>()
  const gates = new Map<ErpMethod, { called: () => void; released: Promise<void> }>()
  const calls: Record<ErpMethod, number> = {
    test: 0,
    customer: 0,
    customersOf: 0,
    unpaidInvoices: 0,
    invoices: 0,
    paymentsPage: 0,
    overduePage: 0,
    renegotiations: 0,
  }

  const asked = async <Answer>(method: ErpMethod, answer: () => Answer): Promise<Answer> => {
    calls[method] += 1
    const gate = gates.get(method)
    gate?.called()
    await gate?.released
    const failure = failures.get(method) ?? failures.get('all')
    if (failure) throw failure
    return plainCopy(answer())
  }
  const rows = (match: (invoice: ErpInvoice) => boolean): ErpInvoice[] => [...invoices.values()].filter(match)
  const invoice = (id: string): ErpInvoice => {
    const found = invoices.get(id)
    if (!found) throw new Error(`no invoice ${id}`)
    return found
  }
  const change = (id: string, fields: Partial<ErpInvoice>): void =>
    void invoices.set(id, { ...invoice(id), payment: null, partlyPaidCents: null, ...fields })
  const add: FakeErp['add'] = (fields) => {
    const made: ErpInvoice = {
      document: customers.find(({ id }) => id === fields.customerId)?.document ?? null,
      serviceId: null,
      cents: cents(11_990),
      description: 'Mensalidade',
      issuer: null,
      fact: 'open',
      payment: null,
      partlyPaidCents: null,
      isFee: false,
      isEquipment: false,
      slip: null,
      ...fields,
    }
    invoices.set(made.id, made)
    return made
  }

  const overdue = (invoice: ErpInvoice): OverdueInvoice => {
    const owner = customers.find(({ id }) => id === invoice.customerId)
    const service = owner?.services.find(({ id }) => id === invoice.serviceId)
    const { name = 'FULANO DE TAL', code = '', birth = null, document = invoice.document } = owner ?? {}
    return {
      ...invoice,
      customer: { id: invoice.customerId, code, name, document, birth },
      service: service
        ? { name: service.name, state: service.state, isCancelled: service.isCancelled }
        : null,
      city: service?.address.city ?? '',
    }
  }

  const erp: Erp = {
    test: () => asked('test', () => undefined),
    customer: (id) => asked('customer', () => customers.find((each) => each.id === id) ?? null),
    customersOf: (document) =>
      asked('customersOf', () => customers.filter((each) => each.document === document)),
    unpaidInvoices: (customerId, { from, to }) =>
      asked('unpaidInvoices', () =>
        rows((each) => each.customerId === customerId && each.due >= from && each.due <= to).filter(
          ({ fact }) => isUnpaid(fact),
        ),
      ),
    invoices: (customerId, wanted) =>
      asked('invoices', () =>
        rows((each) => each.customerId === customerId && wanted.some(({ id }) => id === each.id)),
      ),
    paymentsPage: ({ from, to }, page) =>
      asked('paymentsPage', () => {
        const paid = rows(({ payment }) => payment !== null && payment.paid >= from && payment.paid <= to)
        const next = (page + 1) * pageSize < paid.length ? page + 1 : null
        return { invoices: paid.slice(page * pageSize, (page + 1) * pageSize), nextPage: next }
      }),
    overduePage: ({ from, to }, page) =>
      asked('overduePage', () => {
        const late = rows(({ due, fact }) => due >= from && due <= to && isUnpaid(fact))
        const pages = Math.max(1, Math.ceil(late.length / pageSize))
        return {
          invoices: late.slice(page * pageSize, (page + 1) * pageSize).map(overdue),
          unread: unread.get(page) ?? 0,
          nextPage: page + 1 < pages ? page + 1 : null,
          pages,
        }
      }),
    renegotiations: () => asked('renegotiations', () => agreements),
  }

  return {
    erp,
    customers,
    agreements,
    unread,
    calls,
    failure: (error, method) => {
      const key = method ?? 'all'
      if (error) failures.set(key, error)
      else failures.delete(key)
    },
    hang: (method) => {
      const called = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      gates.set(method, { called: called.resolve, released: released.promise })
      const release = (): void => {
        gates.delete(method)
        released.resolve()
      }
      return { called: called.promise, release }
    },
    add,
    invoice,
    pay: (id, on, { amount, credited } = {}) =>
      change(id, {
        fact: 'paid',
        payment: {
          paid: on,
          credited: credited === undefined ? on : credited,
          cents: cents(amount ?? invoice(id).cents),
        },
      }),
    payPartly: (id, amount) => change(id, { fact: 'partial', partlyPaidCents: cents(amount) }),
    undo: (id) => change(id, { fact: 'open' }),
    writeOff: (id) => change(id, { fact: 'written-off' }),
    cancel: (id) => change(id, { fact: 'cancelled' }),
    renegotiate: (id, parcels) => {
      const old = invoice(id)
      const newInvoiceIds = Array.from({ length: parcels }, (_, turn) => {
        const share = cents(Math.floor(old.cents / parcels))
        const due = addMonths(old.due, turn + 1)
        return add({ ...old, id: `${id}${turn + 1}`, due, cents: share, fact: 'open', payment: null }).id
      })
      change(id, { fact: 'cancelled' })
      agreements.push({ id: `agreement-${id}`, oldInvoiceIds: [id], newInvoiceIds })
      return newInvoiceIds
    },
    erase: (id) => void invoices.delete(id),
  }
}
