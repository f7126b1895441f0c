import { createHash } from 'node:crypto'
import type { DebtInvoice, PostalAddress, ReasonView, ShownChange } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import { cents, sumMoney } from '../../shared/money.ts'
import type { ErpCustomer, ErpInvoice, ErpService } from '../erps/erp.ts'
import type { IntegrationRecord, ShownDebt } from '../store/records.ts'
import { businessKey, contractOf } from './business-key.ts'
import { fitAddress, fitName } from './fit-address.ts'

export interface DebtSource {
  integration: IntegrationRecord
  erpId: string
  customer: ErpCustomer
  /** The customer's document, checked. */
  document: Document
  service: ErpService | null
  /** Whose address is used: the chosen service, else the first with a complete address. */
  addressOf: ErpService | null
  /** As the ERP has them now; at least one. */
  invoices: readonly DebtInvoice[]
  reason: ReasonView
}

/** @param readAt when the ERP was read, ISO */
export const debtInvoiceOf = (invoice: ErpInvoice, readAt: string): DebtInvoice => ({
  id: invoice.id,
  due: invoice.due,
  cents: invoice.cents,
  description: invoice.description,
  fact: invoice.fact,
  payment: invoice.payment,
  checkedAt: readAt,
})

/** The debt as it will be sent: name and address within PEFIN's limits, the oldest due date as the date of the debt. */
export const shownDebt = (source: DebtSource): ShownDebt => {
  const { integration, erpId, customer, document, service, reason } = source
  const invoices = source.invoices.toSorted((one, other) =>
    one.due === other.due ? (one.id < other.id ? -1 : 1) : one.due < other.due ? -1 : 1,
  )
  const invoiceIds = invoices.map(({ id }) => id)
  const { environment, creditor } = integration
  const key = businessKey({ environment, creditor, document, erpId, invoiceIds })
  return {
    key,
    environment,
    integrationId: integration.id,
    integration: integration.description,
    creditor,
    erpId,
    customer: { id: customer.id, code: customer.code },
    debtor: {
      name: fitName(customer.name),
      document,
      birth: customer.birth,
      address: fitAddress(source.addressOf?.address ?? null).address,
    },
    service: service && { id: service.id, name: service.name, state: service.state },
    contract: contractOf(key, invoiceIds),
    invoices,
    totalCents: sumMoney(invoices.map((invoice) => cents(invoice.cents))),
    due: invoices[0]!.due,
    reason,
  }
}

type Facts = Readonly<Record<string, string>>

const lineOf = ({ street, number, complement, district, city, state, zip }: PostalAddress): string =>
  [street, number, complement, district, city, state, zip].join(' · ')

const factsOf = (debt: ShownDebt): Facts => ({
  environment: debt.environment,
  integration: debt.integrationId,
  creditor: debt.creditor,
  name: debt.debtor.name,
  document: debt.debtor.document,
  birth: debt.debtor.birth ?? '',
  address: lineOf(debt.debtor.address),
  customer: debt.customer.id,
  service: debt.service ? `${debt.service.name} · ${debt.service.state}` : '',
  contract: debt.contract,
  total: String(debt.totalCents),
  reason: `${debt.reason.code} ${debt.reason.text}`,
})

const invoiceFactsOf = ({ due, cents, fact, description }: DebtInvoice): Facts => ({
  due,
  cents: String(cents),
  fact,
  description,
})

/** Names what was shown: any change of what will be sent gives another one. */
export const sealOf = (debt: ShownDebt): string =>
  createHash('sha256')
    .update(JSON.stringify([factsOf(debt), debt.invoices.map((each) => [each.id, invoiceFactsOf(each)])]))
    .digest('base64url')

const differences = (before: Facts, after: Facts, invoiceId: string | null): ShownChange[] =>
  Object.keys(before)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, invoiceId, before: before[field] ?? '', after: after[field] ?? '' }))

/** What differs between what was shown and what is, for the screen; what concerns an invoice first. */
export const changesBetween = (before: ShownDebt, after: ShownDebt): ShownChange[] => [
  ...before.invoices.flatMap((invoice) => {
    const now = after.invoices.find(({ id }) => id === invoice.id)
    return now ? differences(invoiceFactsOf(invoice), invoiceFactsOf(now), invoice.id) : []
  }),
  ...differences(factsOf(before), factsOf(after), null),
]
