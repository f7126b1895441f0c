import { z } from 'zod'
import { parseDate } from './calendar.ts'
import { environments, errorBody, id, instant } from './api-views.ts'
import type { Cnpj, Document } from './document.ts'

/** What the API says of registered debts: the record and its history. */

/** A plain day, `YYYY-MM-DD`. */
export const day = z.string().transform((text, context) => {
  const parsed = parseDate(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'day' })
  return z.NEVER
})

/**
 * Integer cents; PEFIN's field holds 13 digits before the comma, a provider's debts never come near. A reversal may leave a negative
 * invoice in the ERP: it is shown as it is, and never eligible (case G96).
 */
export const debtCents = z.int().min(-1_000_000_000_00).max(1_000_000_000_00)
/** An ERP's own number of a customer, service or invoice, as text. */
export const erpId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
/** What a person writes to explain an act: kept in the history. */
export const note = z.string().trim().max(500)

export const negativationStates = [
  'draft',
  'cancelled',
  'sending',
  'unknown',
  'not-included',
  'sent',
  'rejected',
  'active',
  'removal-requested',
  'removing',
  'verifying',
  'removed',
] as const
export type NegativationState = (typeof negativationStates)[number]

/** States in which the debt is, or may be, at the bureau: one record at most per invoice. */
export const liveStates = [
  'sending',
  'unknown',
  'sent',
  'active',
  'removal-requested',
  'removing',
  'verifying',
] as const satisfies readonly NegativationState[]

/** Why a name is to be cleared. `person` is any reason that an operator chose. */
export const removalCauses = ['paid', 'renegotiated', 'invoice-cancelled', 'person'] as const
export type RemovalCause = (typeof removalCauses)[number]

/** What the ERP said of an invoice at its last look. `unknown` is a look-up that failed: never "open". */
export const invoiceFacts = [
  'open',
  'paid',
  'partial',
  'written-off',
  'cancelled',
  'renegotiated',
  'vanished',
  'unknown',
] as const
export type InvoiceFactKind = (typeof invoiceFacts)[number]

export const reasonView = z.object({ code: z.string(), text: z.string() })
export type ReasonView = z.infer<typeof reasonView>

export const postalAddress = z.object({
  street: z.string(),
  number: z.string(),
  complement: z.string(),
  district: z.string(),
  city: z.string(),
  /** Two letters. */
  state: z.string(),
  /** Eight digits. */
  zip: z.string(),
})
export type PostalAddress = z.infer<typeof postalAddress>

export const payment = z.object({
  /** `data_pagamento`. */
  paid: day,
  /** When the money is available; null when the ERP does not say. */
  credited: day.nullable(),
  cents: debtCents.nullable(),
})
export type Payment = z.infer<typeof payment>

export const debtInvoice = z.object({
  id: erpId,
  due: day,
  cents: debtCents,
  description: z.string(),
  fact: z.enum(invoiceFacts),
  payment: payment.nullable(),
  /** Last successful look at the ERP. */
  checkedAt: instant.nullable(),
})
export type DebtInvoice = z.infer<typeof debtInvoice>

/** One line of the history. `evidence` is what the bureau or the ERP said, raw; its documents are covered. */
export const historyEntry = z.object({
  at: instant,
  from: z.enum(negativationStates).nullable(),
  to: z.enum(negativationStates),
  /** The machine's event, e.g. `accepted`, `latch`, `still-present`. */
  event: z.string(),
  /** The paired browser's name, or `Nada Consta` for the program. */
  actor: z.string(),
  protocol: z.string().nullable(),
  code: z.string().nullable(),
  /** Raw text of the bureau, or a person's note. */
  text: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const removalView = z.object({
  cause: z.enum(removalCauses),
  reason: reasonView,
  requestedAt: instant,
  requestedBy: z.string(),
  /** The last day of the five business days; null when no payment started the clock. */
  deadline: day.nullable(),
  /** Business days left, 0 on the last day, negative after it; null without a deadline. */
  daysLeft: z.int().nullable(),
  attempts: z.int(),
  nextAttemptAt: instant.nullable(),
  /** The last failure in words; null while nothing failed. */
  problem: errorBody.nullable(),
  /** The ERP took the payment back before anything was sent: nothing is sent until it is paid again or a person decides. */
  isHeld: z.boolean(),
})

export const alarms = ['none', 'hour', 'one-day', 'three-days', 'overdue'] as const
export type Alarm = (typeof alarms)[number]

export const negativation = z.object({
  id,
  state: z.enum(negativationStates),
  version: z.int(),
  environment: z.enum(environments),
  integrationId: id,
  integration: z.string(),
  creditor: z.string().transform((text) => text as Cnpj),
  erpId: id,
  customer: z.object({ id: erpId, code: z.string() }),
  debtor: z.object({
    name: z.string(),
    document: z.string().transform((text) => text as Document),
    address: postalAddress,
  }),
  service: z.object({ id: erpId, name: z.string(), state: z.string() }).nullable(),
  /** The contract number under which the bureau knows the record. */
  contract: z.string(),
  invoices: z.array(debtInvoice),
  totalCents: debtCents,
  /** The oldest invoice's due date: the date of the debt at the bureau. */
  due: day,
  reason: reasonView,
  createdAt: instant,
  createdBy: z.string(),
  /** When the state changed last. */
  changedAt: instant,
  protocol: z.string().nullable(),
  /** What the bureau said last, e.g. `letter`; null before any answer. */
  bureauState: z.string().nullable(),
  removal: removalView.nullable(),
  alarm: z.enum(alarms),
  openTasks: z.int(),
})
export type Negativation = z.infer<typeof negativation>
