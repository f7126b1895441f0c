import type { InclusionPolicy } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import { parseDocument } from '../../shared/document.ts'
import type { ErpInvoice } from '../erps/erp.ts'
import type { Registry } from '../integrations/registry.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import type { IntegrationRecord } from '../store/records.ts'
import { isAuditing } from '../restored/mark.ts'
import type { Store } from '../store/store.ts'
import type { OverdueReading } from './customer-status.ts'
import { eligibility } from './eligibility.ts'
import { addressService } from './erp-reading.ts'
import { setUpOf } from './inclusion-readiness.ts'
import { personEligibility } from './person-eligibility.ts'
import type { RecordIndex } from './record-index.ts'
import { registeredEverywhere } from './registered.ts'

/** What is in force and registered at this moment. */
export interface EligibleRules {
  integrations: readonly IntegrationRecord[]
  policy: InclusionPolicy
  /** Ids of the invoices that live records hold. */
  registered: ReadonlySet<string>
  inclusionsToday: number
  isReadOnly: boolean
  isAuditing: boolean
  today: CalendarDate
}

/** Those of a customer's invoices that nothing forbids to register now; what only wants a second thought forbids nothing. Pure. */
export const eligibleOf = ({ customer, invoices }: OverdueReading, rules: EligibleRules): string[] => {
  const { integrations, registered } = rules
  const creditors = integrations.map(({ creditor }) => creditor)
  const setUps = integrations.map(setUpOf)
  const isBlocked = (invoice: ErpInvoice): boolean => {
    const service = customer.services.find(({ id }) => id === invoice.serviceId) ?? null
    const address = (service ?? addressService(customer.services))?.address ?? null
    const reasons = [
      ...personEligibility({
        ...rules,
        document: parseDocument(customer.document ?? ''),
        name: customer.name,
        birth: customer.birth,
        contractSince: service?.since ?? null,
        address,
        integrations: setUps,
        // Other names, other customers and old payments make warnings only; nothing is asked for them.
        consultedName: null,
        customers: 1,
        newestPayment: undefined,
      }),
      ...eligibility({ ...rules, invoice, service, creditors, isRegistered: registered.has(invoice.id) }),
    ]
    return reasons.some(({ level }) => level === 'block')
  }
  return invoices.filter((invoice) => !isBlocked(invoice)).map(({ id }) => id)
}

export type EligibleInvoices = (erpId: string, reading: OverdueReading) => Promise<string[]>

interface EligibleInvoicesDeps {
  store: Store
  registry: Pick<Registry, 'list'>
  index: Pick<RecordIndex, 'sentOn'>
  clock: Clock
}

/** Judges a reading by what is in force now, so that a debt that was registered a moment ago is eligible no more. Asks nobody outside. */
export const eligibleInvoices =
  ({ store, registry, index, clock }: EligibleInvoicesDeps): EligibleInvoices =>
  async (erpId, reading) => {
    const day = today(clock)
    const [policy, integrations, inclusionsToday] = await Promise.all([
      readInclusionPolicy(store),
      registry.list(),
      index.sentOn(day),
    ])
    const invoiceIds = reading.invoices.map(({ id }) => id)
    return eligibleOf(reading, {
      integrations,
      policy,
      registered: await registeredEverywhere(store, { erpId, integrations }, invoiceIds),
      inclusionsToday,
      isReadOnly: store.status().isReadOnly,
      isAuditing: await isAuditing(store),
      today: day,
    })
  }
