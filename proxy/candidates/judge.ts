import { setImmediate as breath } from 'node:timers/promises'
import type { Candidate, InclusionPolicy } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { daysBetween } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Cnpj, Document } from '../../shared/document.ts'
import { parseDocument } from '../../shared/document.ts'
import type { Registry } from '../integrations/registry.ts'
import { consultedName } from '../negativation/consulted-name.ts'
import { eligibility } from '../negativation/eligibility.ts'
import { debtorEligibility } from '../negativation/person-eligibility.ts'
import { registeredEverywhere } from '../negativation/registered.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import type { Store } from '../store/store.ts'
import type { OverdueDebt } from './overdue-debts.ts'

/** What is the same for all debts of a page. */
export interface CandidateRules {
  creditors: readonly Cnpj[]
  policy: InclusionPolicy
  today: CalendarDate
}

/** What is known of one debt beside the ERP's rows. */
interface CandidateFacts {
  document: Document | null
  consultedName: string | null
  /** Ids of the invoices that live records hold. */
  registered: ReadonlySet<string>
}

/**
 * A debt with what speaks for and against it. Address and other customers with the document are unknown until somebody is chosen, and
 * nothing is said about them. Pure.
 */
export const candidateOf = (
  debt: OverdueDebt,
  { document, consultedName: consulted, registered }: CandidateFacts,
  { creditors, policy, today: day }: CandidateRules,
): Candidate => {
  const { id, customer, serviceId, service, city, issuer } = debt
  const isServiceNamed = serviceId !== null || service !== null
  return {
    id,
    customer: {
      id: customer.id,
      code: customer.code,
      name: customer.name,
      document: document ?? customer.document ?? '',
    },
    service: isServiceNamed ? { name: '', state: '', isCancelled: false, ...service, id: serviceId } : null,
    city,
    issuer,
    invoices: debt.invoices.map((invoice) => {
      const isRegistered = registered.has(invoice.id)
      return {
        id: invoice.id,
        due: invoice.due,
        cents: invoice.cents,
        daysLate: daysBetween(invoice.due, day),
        description: invoice.description,
        isRegistered,
        reasons: eligibility({ invoice, service, creditors, isRegistered, policy, today: day }),
      }
    }),
    reasons: debtorEligibility({
      document,
      name: customer.name,
      birth: customer.birth,
      contractSince: null,
      consultedName: consulted,
      customers: 1,
      today: day,
    }),
  }
}

export interface JudgeDeps {
  store: Store
  registry: Pick<Registry, 'list'>
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
}

/** So long it judges before the service takes a breath; milliseconds. */
const atOnce = 10

/** Judges debts by what is in force and registered at this moment, without holding up anybody else. */
export const candidateJudge =
  ({ store, registry, clock, elapsed }: JudgeDeps) =>
  async (erpId: string, debts: readonly OverdueDebt[]): Promise<Candidate[]> => {
    const [policy, integrations] = await Promise.all([readInclusionPolicy(store), registry.list()])
    const rules = { creditors: integrations.map(({ creditor }) => creditor), policy, today: today(clock) }
    const judged: Candidate[] = []
    let since = elapsed()
    for (const debt of debts) {
      const document = parseDocument(debt.customer.document ?? '')
      const invoiceIds = debt.invoices.map(({ id }) => id)
      const facts = {
        document,
        consultedName: document && (await consultedName(store, document)),
        registered: await registeredEverywhere(store, { erpId, integrations }, invoiceIds),
      }
      judged.push(candidateOf(debt, facts, rules))
      if (elapsed() - since < atOnce) continue
      await breath()
      since = elapsed()
    }
    return judged
  }
