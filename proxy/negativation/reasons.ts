import type { EligibilityReason, InclusionPolicy } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ErpInvoice, ErpService } from '../erps/erp.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import type { IntegrationRecord } from '../store/records.ts'
import { isAuditing } from '../restored/mark.ts'
import type { Store } from '../store/store.ts'
import { consultedName } from './consulted-name.ts'
import { eligibility } from './eligibility.ts'
import type { CustomerReading } from './erp-reading.ts'
import { setUpOf } from './inclusion-readiness.ts'
import { personEligibility } from './person-eligibility.ts'
import type { RecordIndex } from './record-index.ts'
import { registeredEverywhere } from './registered.ts'

/** A debt that somebody is about to register. */
export interface DebtFacts {
  integration: IntegrationRecord
  erpId: string
  reading: CustomerReading
  service: ErpService | null
  /** Whose address is sent. */
  addressOf: ErpService | null
  /** As the ERP has them now. */
  invoices: readonly ErpInvoice[]
}

export interface CustomerFacts extends Omit<DebtFacts, 'integration' | 'service'> {
  integrations: readonly IntegrationRecord[]
}

/** What speaks against registering, gathered from everywhere: the ERP's facts, the policy, the limits, the records, the queries. */
export interface Reasons {
  /** Of one debt, each reason once; `invoices` in the params names the invoices that it is about. */
  ofDebt(facts: DebtFacts): Promise<EligibilityReason[]>
  /** Of a customer before anything is chosen: of the person, and of each invoice by its id. */
  ofCustomer(
    facts: CustomerFacts,
  ): Promise<{ person: EligibilityReason[]; invoices: ReadonlyMap<string, EligibilityReason[]> }>
  letterDays(): Promise<number>
}

interface ReasonsDeps {
  store: Store
  index: Pick<RecordIndex, 'sentOn'>
  newestPayment: (erpId: string) => Promise<CalendarDate | null>
  clock: Clock
}

/** The reasons of several invoices, each code once with the invoices that it is about; a block before a warning. */
const merged = (byInvoice: ReadonlyMap<string, EligibilityReason[]>): EligibilityReason[] => {
  const found = new Map<string, EligibilityReason & { invoices: string[] }>()
  for (const [invoiceId, reasons] of byInvoice)
    for (const reason of reasons) {
      const key = `${reason.code} ${reason.level}`
      const known = found.get(key) ?? { ...reason, invoices: [] }
      known.invoices.push(invoiceId)
      known.written ||= reason.written
      found.set(key, known)
    }
  return [...found.values()].map(({ invoices, ...reason }) => ({
    ...reason,
    params: { ...reason.params, invoices: invoices.join(', ') },
  }))
}

export const reasonsOver = ({ store, index, newestPayment, clock }: ReasonsDeps): Reasons => {
  const ofInvoices = async (
    { integrations, erpId, reading, invoices }: CustomerFacts,
    policy: InclusionPolicy,
  ): Promise<ReadonlyMap<string, EligibilityReason[]>> => {
    const invoiceIds = invoices.map(({ id }) => id)
    const registered = await registeredEverywhere(store, { erpId, integrations }, invoiceIds)
    const creditors = integrations.map(({ creditor }) => creditor)
    const serviceOf = ({ serviceId }: ErpInvoice) =>
      reading.customer.services.find(({ id }) => id === serviceId) ?? null
    return new Map(
      invoices.map((invoice) => [
        invoice.id,
        eligibility({
          invoice,
          service: serviceOf(invoice),
          creditors,
          isRegistered: registered.has(invoice.id),
          policy,
          today: today(clock),
        }),
      ]),
    )
  }

  const ofPerson = async (
    { integrations, erpId, reading, addressOf }: CustomerFacts,
    contractSince: CalendarDate | null,
    policy: InclusionPolicy,
  ): Promise<EligibilityReason[]> => {
    const { customer, document, sameDocument } = reading
    const day = today(clock)
    return personEligibility({
      document,
      name: customer.name,
      birth: customer.birth,
      contractSince,
      address: addressOf?.address ?? null,
      consultedName: document && (await consultedName(store, document)),
      customers: sameDocument.length,
      integrations: integrations.map(setUpOf),
      newestPayment: await newestPayment(erpId),
      inclusionsToday: await index.sentOn(day),
      isReadOnly: store.status().isReadOnly,
      isAuditing: await isAuditing(store),
      policy,
      today: day,
    })
  }

  return {
    ofDebt: async ({ integration, service, ...facts }) => {
      const policy = await readInclusionPolicy(store)
      const whole = { ...facts, integrations: [integration] }
      const [person, invoices] = await Promise.all([
        ofPerson(whole, service?.since ?? null, policy),
        ofInvoices(whole, policy),
      ])
      return [...person, ...merged(invoices)]
    },
    ofCustomer: async (facts) => {
      const policy = await readInclusionPolicy(store)
      const { services } = facts.reading.customer
      // With several contracts the chosen one decides; before the choice only a single one can speak.
      const contractSince = services.length === 1 ? (services[0]?.since ?? null) : null
      const [person, invoices] = await Promise.all([
        ofPerson(facts, contractSince, policy),
        ofInvoices(facts, policy),
      ])
      return { person, invoices }
    },
    letterDays: async () => (await readInclusionPolicy(store)).letterDays,
  }
}
