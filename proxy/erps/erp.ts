import type { InvoiceFactKind, Payment, PostalAddress } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Document } from '../../shared/document.ts'
import type { Cents } from '../../shared/money.ts'

/** How the service reaches one ERP: its address and the technical user that the provider created for it. */
export interface ErpAccess {
  /** Origin alone, e.g. `https://api.empresa.hubsoft.com.br`. */
  baseUrl: string
  clientId: string
  /** Empty where the tenant uses none. */
  clientSecret: string
  username: string
  password: string
}

/** A customer's number for addresses (`id`) and the one that people say (`code`): two different ones that are easily confused. */
export interface CustomerRef {
  id: string
  code: string
  name: string
  /** As the ERP holds it; unchecked. */
  document: string | null
}

export interface ErpService {
  id: string
  name: string
  /** The ERP's word for its state, as its users know it. */
  state: string
  isCancelled: boolean
  /** When the contract was made, for a debtor who was a minor then; null when the ERP does not say. */
  since: CalendarDate | null
  /** The best complete one of the service's addresses; incomplete when there is none. */
  address: PostalAddress
}

export interface ErpCustomer extends CustomerRef {
  /** Null when unknown; the ERP's epoch defaults count as unknown. */
  birth: CalendarDate | null
  services: ErpService[]
}

/** What one invoice is now, as far as the ERP proves it. */
export interface ErpInvoice {
  id: string
  customerId: string
  /** As the ERP holds it; unchecked. */
  document: string | null
  serviceId: string | null
  due: CalendarDate
  cents: Cents
  description: string
  /** CNPJ of the issuer, unchecked. */
  issuer: string | null
  /** `vanished` and `unknown` never come from a row. */
  fact: Exclude<InvoiceFactKind, 'vanished' | 'unknown'>
  /** Set exactly when `fact` is `paid`. */
  payment: Payment | null
  /** Sum of the receipts of an invoice that is not quit; null when there are none. */
  partlyPaidCents: Cents | null
  isFee: boolean
  isEquipment: boolean
  /** A payable slip or Pix: the typeable line, checked; null when there is none or it is wrong (case G55). */
  slip: string | null
}

/** One page of payments. */
export interface PaymentsPage {
  invoices: ErpInvoice[]
  /** Null on the last page. */
  nextPage: number | null
}

/** An overdue invoice with what its row says of the customer and the service, so that a listing asks for no customer. */
export interface OverdueInvoice extends ErpInvoice {
  customer: CustomerRef & { birth: CalendarDate | null }
  /** Null when the row names none. */
  service: { name: string; state: string; isCancelled: boolean } | null
  /** Of the installation; empty when the row does not say. */
  city: string
}

/** One page of overdue invoices. */
export interface OverduePage {
  invoices: OverdueInvoice[]
  /** Rows that could not be read: told, never taken for "nobody". */
  unread: number
  /** Null on the last page. */
  nextPage: number | null
  /** How many pages there are; null when the ERP does not say. */
  pages: number | null
}

export interface Renegotiation {
  id: string
  oldInvoiceIds: string[]
  newInvoiceIds: string[]
}

/** An ERP. Reads only. Throws `AppError`s of the `erp-…` family; `erp-filter-ignored` when a row answers another question than was asked. */
export interface Erp {
  /** Resolves when the user is accepted and may read customers. */
  test(): Promise<void>
  /** By the number of the page's address; null when there is no such customer. */
  customer(id: string): Promise<ErpCustomer | null>
  /** All customers with this document. */
  customersOf(document: Document): Promise<CustomerRef[]>
  /** Every invoice of the customer that is not quit, due between the days. One request a page of 500. */
  unpaidInvoices(customerId: string, between: { from: CalendarDate; to: CalendarDate }): Promise<ErpInvoice[]>
  /**
   * The invoices with these ids as they are now, whatever became of them; one that is not in the answer has vanished.
   * `dues` are the due dates last known: they narrow the request to one page. One request, a second one only when an id is missing.
   */
  invoices(customerId: string, wanted: readonly { id: string; due: CalendarDate }[]): Promise<ErpInvoice[]>
  /** What was paid between two days, page by page from 0; one request. */
  paymentsPage(between: { from: CalendarDate; to: CalendarDate }, page: number): Promise<PaymentsPage>
  /** Everybody's invoices that are not quit and were due between two days, page by page from 0; one request. */
  overduePage(between: { from: CalendarDate; to: CalendarDate }, page: number): Promise<OverduePage>
  /** Every agreement, to learn what became of vanished invoices. */
  renegotiations(): Promise<Renegotiation[]>
}
