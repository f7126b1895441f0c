import type { EligibilityReason, Environment, InclusionPolicy, PostalAddress } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { addDays, addMonths, daysBetween } from '../../shared/calendar.ts'
import type { Document } from '../../shared/document.ts'
import { documentKind } from '../../shared/document.ts'
import { block, warn, warnWritten } from './eligibility.ts'
import { fitAddress, isDeliverable } from './fit-address.ts'
import { isSameName } from './same-name.ts'

/** What decides about everybody, whoever is chosen. */
export interface GeneralFacts {
  /** The chosen integration, or those that may be chosen; `missing` in words. */
  integrations: readonly { missing: readonly string[]; environment: Environment }[]
  /** The newest payment that the ERP knows of, of anybody; null when it knows none or was not asked; undefined while it is asked. */
  newestPayment: CalendarDate | null | undefined
  inclusionsToday: number
  /** The store could not be trusted: nothing is included. */
  isReadOnly: boolean
  /** A copy was put back and is not audited yet. */
  isAuditing: boolean
  policy: Pick<InclusionPolicy, 'isPaused' | 'dailyLimit'>
  /** In the business zone. */
  today: CalendarDate
}

/** What decides about the person, wherever he lives. */
export interface DebtorFacts {
  /** Null when the ERP's text is no CPF and no CNPJ. Whether the platform takes it is the platform's word. */
  document: Document | null
  /** As the ERP has it. */
  name: string
  birth: CalendarDate | null
  /** When the contract was made; null when the ERP does not say. */
  contractSince: CalendarDate | null
  /** The name that the bureau gave in a recent query; null without one. */
  consultedName: string | null
  /** How many customers of the ERP have this document, this one included. */
  customers: number
  /** In the business zone. */
  today: CalendarDate
}

/** What decides about the person and the service, whichever invoices are chosen. */
export interface PersonFacts extends GeneralFacts, DebtorFacts {
  /** Whole, as the ERP has it; null when there is none. */
  address: PostalAddress | null
}

type Rule<Facts> = (facts: Facts) => EligibilityReason[]

/** After so many days without a payment in the ERP the bank's files were not read: who is shown as late may have paid (case G38). */
const reconciliationDays = 3
const adultMonths = 18 * 12

/** The eighteenth birthday; of a 29 February in a year without one it is 1 March (Código Civil, art. 132 § 3). */
const adultOn = (birth: CalendarDate): CalendarDate => {
  const day = addMonths(birth, adultMonths)
  return day.slice(8) === birth.slice(8) ? day : addDays(day, 1)
}

const ofService: Rule<GeneralFacts> = ({ isReadOnly, isAuditing, policy, inclusionsToday }) => [
  ...(isReadOnly ? [block('read-only')] : []),
  ...(isAuditing ? [block('restore-audit-running')] : []),
  ...(policy.isPaused ? [block('inclusions-paused')] : []),
  ...(inclusionsToday >= policy.dailyLimit ? [block('daily-limit', { limit: policy.dailyLimit })] : []),
]

/** Nothing is included that could not be removed (case G32). Of several integrations one has to be complete. */
const ofSetUp: Rule<GeneralFacts> = ({ integrations }) => {
  if (integrations.some(({ missing }) => missing.length === 0)) return []
  const [first] = integrations
  return [block('not-set-up', { missing: first?.missing.join(', ') ?? '' })]
}

/** Case G56. */
const ofEnvironment: Rule<GeneralFacts> = ({ integrations }) =>
  integrations.length > 0 && integrations.every(({ environment }) => environment === 'test')
    ? [warn('test-environment')]
    : []

/** Case G44: the document comes from the customer's record; a name that is somebody else's wants a written reason. */
const ofIdentity: Rule<DebtorFacts> = ({ document, name, consultedName, customers }) => [
  ...(document ? [] : [block('document-invalid')]),
  ...(name.trim() === '' ? [block('name-missing')] : []),
  ...(consultedName !== null && name.trim() !== '' && !isSameName(name, consultedName)
    ? [warnWritten('name-differs')]
    : []),
  ...(customers > 1 ? [warn('several-customers', { count: customers })] : []),
]

/** Case G45; a company has no birthday. */
const ofAge: Rule<DebtorFacts> = ({ document, birth, contractSince, today }) => {
  if (document && documentKind(document) === 'CNPJ') return []
  if (!birth) return [warn('birth-unknown')]
  const adult = adultOn(birth)
  if (today < adult) return [block('minor')]
  return contractSince !== null && contractSince < adult ? [block('minor-at-contract')] : []
}

/** Case G51. */
const ofAddress: Rule<Pick<PersonFacts, 'address'>> = ({ address }) => {
  if (!isDeliverable(address)) return [block('address-incomplete')]
  return fitAddress(address).shortened.length > 0 ? [warn('address-shortened')] : []
}

const ofReconciliation: Rule<GeneralFacts> = ({ newestPayment, today }) =>
  newestPayment === null ||
  (newestPayment !== undefined && daysBetween(newestPayment, today) >= reconciliationDays)
    ? [warn('reconciliation-old')]
    : []

/** The ERP's own registrations cannot be read by its API: two systems could register the same invoice. */
const ofErpRecords: Rule<GeneralFacts> = () => [warn('erp-records-unseen')]

const beforeDebtor: readonly Rule<GeneralFacts>[] = [ofService, ofSetUp, ofEnvironment]
const debtorRules: readonly Rule<DebtorFacts>[] = [ofIdentity, ofAge]
const afterDebtor: readonly Rule<GeneralFacts>[] = [ofReconciliation, ofErpRecords]
const generalRules = [...beforeDebtor, ...afterDebtor]
/** In the order of the screens. */
const rules: readonly Rule<PersonFacts>[] = [...beforeDebtor, ...debtorRules, ofAddress, ...afterDebtor]

/** What speaks against registering anybody, or wants a second thought. Pure. */
export const generalEligibility = (facts: GeneralFacts): EligibilityReason[] =>
  generalRules.flatMap((rule) => rule(facts))

/** What speaks against registering this person, whatever the address and the state of the service. Pure. */
export const debtorEligibility = (facts: DebtorFacts): EligibilityReason[] =>
  debtorRules.flatMap((rule) => rule(facts))

/** Everything that speaks against registering this person, or wants a second thought, whichever invoices are chosen. Pure. */
export const personEligibility = (facts: PersonFacts): EligibilityReason[] =>
  rules.flatMap((rule) => rule(facts))
