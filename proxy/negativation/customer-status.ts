import type { CustomerStatus } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { parseDocument } from '../../shared/document.ts'
import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import { sumMoney } from '../../shared/money.ts'
import type { ErpPool } from '../erps/erp-pool.ts'
import type { ErpCustomer, ErpInvoice } from '../erps/erp.ts'
import type { Store } from '../store/store.ts'
import { readOverdue } from './erp-reading.ts'

/** A customer with his open invoices whose due date is past, as the ERP has them at one moment. */
export interface OverdueReading {
  customer: ErpCustomer
  invoices: ErpInvoice[]
}

/** What the ERP says of a customer, for the panel in its page; what stands in `reading` stays in the service. */
export interface ErpWord extends Pick<CustomerStatus, 'document' | 'overdue' | 'problem'> {
  /** Null when the ERP could not be read, or has no such customer. */
  reading: OverdueReading | null
}

/** Opening the same record again within this time asks the ERP nothing; milliseconds. */
const freshFor = 60_000
/** So many customers are remembered; an operator opens one after the other. */
const remembered = 500

const silent: ErpWord = { document: null, overdue: null, problem: null, reading: null }

/** The ERP's word on a customer, asked at most once a minute for each. Its failure is a problem to show, never an error. */
export const erpWords = ({ erps, clock }: { erps: Pick<ErpPool, 'get'>; clock: Clock }) => {
  const known = new Map<string, { at: number; word: Promise<ErpWord> }>()

  const ask = async (erpId: string, customerId: string): Promise<ErpWord> => {
    const erp = await erps.get(erpId)
    const customer = await erp.customer(customerId)
    if (!customer) return silent
    const unpaid = await readOverdue(erp, customerId, today(clock))
    const invoices = unpaid.filter(({ fact }) => fact === 'open')
    return {
      document: parseDocument(customer.document ?? '') ?? customer.document,
      overdue: { count: invoices.length, cents: sumMoney(invoices.map(({ cents }) => cents)) },
      problem: null,
      reading: { customer, invoices },
    }
  }

  return (erpId: string, customerId: string): Promise<ErpWord> => {
    const key = `${erpId}:${customerId}`
    const last = known.get(key)
    // A clock that was set back must not keep an old word for hours.
    if (last && Math.abs(clock() - last.at) < freshFor) return last.word
    const word = ask(erpId, customerId).catch((thrown: unknown): ErpWord => {
      known.delete(key)
      return { ...silent, problem: errorBody(asAppError(thrown)) }
    })
    known.delete(key)
    known.set(key, { at: clock(), word })
    if (known.size > remembered) known.delete(known.keys().next().value!)
    return word
  }
}

/** Which ERP a page belongs to: the one whose API stands beside its site, else the only one, else none. */
export const erpOfSite = async (store: Store, site: string): Promise<string | null> => {
  const erps = await store.query('erps')
  const api = `api.${site.trim().toLowerCase()}`
  const beside = erps.find(({ baseUrl }) => new URL(baseUrl).hostname === api)
  return beside?.id ?? (erps.length === 1 ? (erps[0]?.id ?? null) : null)
}
