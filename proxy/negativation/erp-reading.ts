import { addMonths, addDays } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { today } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { parseDocument } from '../../shared/document.ts'
import type { Document } from '../../shared/document.ts'
import { AppError } from '../../shared/errors.ts'
import type { CustomerRef, Erp, ErpCustomer, ErpInvoice, ErpService } from '../erps/erp.ts'
import { isDeliverable } from './fit-address.ts'

/** A customer as the ERP has him at one moment. */
export interface CustomerReading {
  customer: ErpCustomer
  /** Null when the ERP's text is no document. */
  document: Document | null
  /** Everybody with this document, this customer included. */
  sameDocument: CustomerRef[]
}

/** Invoices older than this are of no use to anybody: the bureau's limit is 4 years and 11 months. */
const monthsBack = 120
const monthsAhead = 12

/** The customer by the number of the page's address, never by a name (case G44). @throws `erp-customer-unknown`, the `erp-…` family */
export const readCustomer = async (erp: Erp, customerId: string): Promise<CustomerReading> => {
  const customer = await erp.customer(customerId)
  if (!customer) throw new AppError('erp-customer-unknown')
  if (customer.id !== customerId) throw new AppError('erp-filter-ignored')
  const document = parseDocument(customer.document ?? '')
  return { customer, document, sameDocument: document ? await erp.customersOf(document) : [] }
}

/** Every unpaid invoice of the customer, the not yet due ones of a year too. */
export const readUnpaid = (erp: Erp, customerId: string, clock: Clock): Promise<ErpInvoice[]> => {
  const day = today(clock)
  return erp.unpaidInvoices(customerId, {
    from: addMonths(day, -monthsBack),
    to: addMonths(day, monthsAhead),
  })
}

/** The unpaid invoices whose due date is past. */
export const readOverdue = (erp: Erp, customerId: string, day: CalendarDate): Promise<ErpInvoice[]> =>
  erp.unpaidInvoices(customerId, { from: addMonths(day, -monthsBack), to: addDays(day, -1) })

/** Where no service is chosen: the first one that a letter would reach (case G51). */
export const addressService = (services: readonly ErpService[]): ErpService | null =>
  services.find(({ address }) => isDeliverable(address)) ?? services[0] ?? null
