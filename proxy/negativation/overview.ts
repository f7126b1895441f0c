import type {
  CandidateInvoice,
  CustomerOverview,
  Negativation,
  OperationOutput,
  OperationParsed,
} from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import { daysBetween } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ErpPool } from '../erps/erp-pool.ts'
import { missing } from '../integrations/missing.ts'
import type { Registry } from '../integrations/registry.ts'
import type { IntegrationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { addressService, readCustomer, readUnpaid } from './erp-reading.ts'
import { inclusionReasonsOf, removalReasonsIn } from './inclusion-readiness.ts'
import type { Reasons } from './reasons.ts'
import { debtInvoiceOf } from './shown-debt.ts'

export interface OverviewDeps {
  store: Store
  registry: Pick<Registry, 'list'>
  erps: Pick<ErpPool, 'get'>
  reasons: Reasons
  clock: Clock
  recordsOf: (erpId: string, customerId: string) => Promise<Negativation[]>
}

const integrationViewOf = (integration: IntegrationRecord): CustomerOverview['integrations'][number] => ({
  id: integration.id,
  description: integration.description,
  creditor: integration.creditor,
  environment: integration.environment,
  inclusionReasons: inclusionReasonsOf(integration),
  removalReasons: removalReasonsIn(integration),
  missing: missing(integration),
})

/**
 * The customer with every unpaid invoice, and what speaks for and against each before anyone selects it, read from the ERP now.
 * @throws `erp-unknown`, `erp-customer-unknown`, the `erp-…` family
 */
export const customerOverview =
  (deps: OverviewDeps) =>
  async ({ erpId, customerId }: OperationParsed<'customerOverview'>): Promise<CustomerOverview> => {
    const { registry, erps, reasons, clock } = deps
    const erp = await erps.get(erpId)
    const [reading, unpaid, integrations] = await Promise.all([
      readCustomer(erp, customerId),
      readUnpaid(erp, customerId, clock),
      registry.list(),
    ])
    const readAt = new Date(clock()).toISOString()
    const { customer, document } = reading
    const addressOf = addressService(customer.services)
    const judged = await reasons.ofCustomer({ integrations, erpId, reading, addressOf, invoices: unpaid })
    const candidates = unpaid.map((invoice): CandidateInvoice => ({
      ...debtInvoiceOf(invoice, readAt),
      serviceId: invoice.serviceId,
      issuer: invoice.issuer ?? '',
      daysLate: daysBetween(invoice.due, today(clock)),
      reasons: judged.invoices.get(invoice.id) ?? [],
    }))
    return {
      erpId,
      customer: {
        id: customer.id,
        code: customer.code,
        name: customer.name,
        document: document ?? customer.document ?? '',
        birth: customer.birth,
      },
      services: customer.services.map(({ id, name, state, isCancelled }) => ({
        id,
        name,
        state,
        isCancelled,
      })),
      invoices: candidates.toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0)),
      reasons: judged.person,
      integrations: integrations.map(integrationViewOf),
      records: await deps.recordsOf(erpId, customerId),
      letterDays: await reasons.letterDays(),
      readAt,
    }
  }

/** Everybody with a document, over all ERPs: a document may stand in several records (case G44). @throws when one of them cannot be read */
export const customerSearch =
  ({ store, erps }: { store: Store; erps: Pick<ErpPool, 'get'> }) =>
  async ({ document }: OperationParsed<'customerSearch'>): Promise<OperationOutput<'customerSearch'>> => {
    const records = await store.query('erps')
    const found = await Promise.all(
      records.map(async ({ id: erpId, description }) => {
        const refs = await (await erps.get(erpId)).customersOf(document)
        return refs.map(({ id, code, name }) => ({ erpId, erp: description, id, code, name }))
      }),
    )
    return { customers: found.flat() }
  }
