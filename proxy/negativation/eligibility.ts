import type { EligibilityCode, EligibilityReason, InclusionPolicy } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { daysBetween, formatDate } from '../../shared/calendar.ts'
import type { Cnpj } from '../../shared/document.ts'
import { parseCnpj } from '../../shared/document.ts'
import { formatMoney } from '../../shared/money.ts'
import type { ErpInvoice, ErpService } from '../erps/erp.ts'
import { inclusionLimit } from './deadlines.ts'

/** What decides about one invoice. */
export interface EligibilityFacts {
  /** As the ERP has it now; null when it could not be read. */
  invoice: Pick<ErpInvoice, 'due' | 'cents' | 'fact' | 'issuer' | 'isFee' | 'isEquipment' | 'slip'> | null
  /** The service that it bills; null when the ERP names none, or one that it does not know. */
  service: Pick<ErpService, 'isCancelled'> | null
  /** The creditors that may be chosen; one of them has to be the issuer. Empty while no integration is set up. */
  creditors: readonly Cnpj[]
  /** Whether a live record holds this invoice, in whichever environment (case G43). */
  isRegistered: boolean
  policy: Pick<InclusionPolicy, 'minDaysLate' | 'minCents' | 'maxMonths' | 'activeService' | 'leaveOutFees'>
  /** In the business zone. */
  today: CalendarDate
}

type Params = EligibilityReason['params']

export const block = (code: EligibilityCode, params: Params = {}): EligibilityReason => ({
  code,
  level: 'block',
  written: false,
  params,
})

/** A warning that a person has to see and accept. */
export const warn = (code: EligibilityCode, params: Params = {}): EligibilityReason => ({
  ...block(code, params),
  level: 'warn',
})

/** A warning that wants a written reason. */
export const warnWritten = (code: EligibilityCode, params: Params = {}): EligibilityReason => ({
  ...warn(code, params),
  written: true,
})

/** So many days before the limit a registration would hardly last. */
const nearLimitDays = 30

type Rule = (
  facts: EligibilityFacts & { invoice: NonNullable<EligibilityFacts['invoice']> },
) => EligibilityReason[]

/** Only what is surely open, by the calendar's days (cases G38 to G41, G78, G79). */
const ofFact: Rule = ({ invoice: { fact } }) => (fact === 'open' ? [] : [block('not-open', { fact })])

const ofDelay: Rule = ({ invoice: { due }, policy, today }) => {
  const days = daysBetween(due, today)
  if (days <= 0) return [block('not-overdue')]
  return days < policy.minDaysLate ? [block('not-late-enough', { days, min: policy.minDaysLate })] : []
}

/** Case G36. */
const ofAge: Rule = ({ invoice: { due }, policy, today }) => {
  const last = inclusionLimit(due, policy.maxMonths)
  const limit = formatDate(last)
  if (today > last) return [block('too-old', { limit })]
  if (today === last) return [warn('last-day', { limit })]
  return daysBetween(today, last) <= nearLimitDays ? [warn('near-limit', { limit })] : []
}

/** Case G96. */
const ofValue: Rule = ({ invoice: { cents }, policy }) => {
  if (cents <= 0) return [block('value-not-positive')]
  return cents < policy.minCents ? [block('value-too-small', { min: formatMoney(policy.minCents) })] : []
}

/** Case G35: a debt goes to the bureau after the service was ended, or with a written reason. */
const ofService: Rule = ({ service, policy }) => {
  if (!service) return [warnWritten('service-unknown')]
  if (service.isCancelled) return []
  return [policy.activeService === 'block' ? block('service-active') : warnWritten('service-active')]
}

/** Only the creditor itself may register its debts. */
const ofIssuer: Rule = ({ invoice, creditors }) => {
  if (creditors.length === 0) return []
  const issuer = parseCnpj(invoice.issuer ?? '')
  if (issuer && creditors.includes(issuer)) return []
  return [invoice.issuer ? block('issuer-differs') : warnWritten('issuer-differs')]
}

const ofKind: Rule = ({ invoice: { isFee, isEquipment }, policy: { leaveOutFees } }) => [
  ...(leaveOutFees && isFee ? [block('fee')] : []),
  ...(leaveOutFees && isEquipment ? [block('equipment')] : []),
]

/** Case G55. */
const ofSlip: Rule = ({ invoice: { slip } }) => (slip === null ? [warn('no-payable-slip')] : [])

const rules: readonly Rule[] = [ofFact, ofDelay, ofAge, ofValue, ofService, ofIssuer, ofKind, ofSlip]

/** Everything that speaks against registering one invoice, or wants a second thought. Pure; an empty list is a good invoice. */
export const eligibility = (facts: EligibilityFacts): EligibilityReason[] => {
  const { invoice, isRegistered } = facts
  return [
    ...(isRegistered ? [block('already-registered')] : []),
    ...(invoice ? rules.flatMap((rule) => rule({ ...facts, invoice })) : [block('not-read')]),
  ]
}
