import { z } from 'zod'
import { day, debtInvoice, erpId, negativation, note, reasonView } from './api-negativation.ts'
import { environments, id, instant } from './api-views.ts'

/** What a person sees and sends when a debt is registered, and the rules for it. */

export const eligibilityCodes = [
  'document-invalid',
  'document-unsupported',
  'name-missing',
  'address-incomplete',
  'address-shortened',
  'minor',
  'minor-at-contract',
  'birth-unknown',
  'name-differs',
  'several-customers',
  'not-overdue',
  'not-late-enough',
  'value-too-small',
  'value-not-positive',
  'too-old',
  'last-day',
  'near-limit',
  'not-open',
  'not-read',
  'service-active',
  'service-unknown',
  'issuer-differs',
  'fee',
  'equipment',
  'already-registered',
  'no-payable-slip',
  'not-set-up',
  'reconciliation-old',
  'erp-records-unseen',
  'test-environment',
  'inclusions-paused',
  'read-only',
  'restore-audit-running',
  'daily-limit',
] as const
export type EligibilityCode = (typeof eligibilityCodes)[number]

/** Why something may not, or not without thought, be registered. */
export const eligibilityReason = z.object({
  code: z.enum(eligibilityCodes),
  level: z.enum(['block', 'warn']),
  /** A warning that wants a written reason, kept with the operator's name. */
  written: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type EligibilityReason = z.infer<typeof eligibilityReason>

/** An invoice as the confirmation lists it before anyone selects it. */
export const candidateInvoice = debtInvoice.extend({
  serviceId: erpId.nullable(),
  issuer: z.string(),
  daysLate: z.int(),
  reasons: z.array(eligibilityReason),
})
export type CandidateInvoice = z.infer<typeof candidateInvoice>

export const customerOverview = z.object({
  erpId: id,
  customer: z.object({
    id: erpId,
    code: z.string(),
    name: z.string(),
    document: z.string(),
    birth: day.nullable(),
  }),
  services: z.array(z.object({ id: erpId, name: z.string(), state: z.string(), isCancelled: z.boolean() })),
  /** Every invoice that is not paid, oldest due date first. */
  invoices: z.array(candidateInvoice),
  /** What concerns the person and not one invoice. */
  reasons: z.array(eligibilityReason),
  integrations: z.array(
    z.object({
      id,
      description: z.string(),
      creditor: z.string(),
      environment: z.enum(environments),
      inclusionReasons: z.array(reasonView),
      removalReasons: z.array(reasonView),
      /** What keeps inclusion off here. */
      missing: z.array(z.string()),
    }),
  ),
  records: z.array(negativation),
  /** Days from the letter to the market, by the policy. */
  letterDays: z.int(),
  readAt: instant,
})
export type CustomerOverview = z.infer<typeof customerOverview>

/** The answer to a draft: exactly what will be sent, and the seal of it. */
export const draftView = z.object({
  negativation,
  reasons: z.array(eligibilityReason),
  /** Parts of the address that were shortened: the field, and the whole text. */
  shortened: z.array(z.object({ field: z.string(), whole: z.string() })),
  /** Names what was shown; a confirmation with another one is refused. */
  seal: z.string(),
  letterDays: z.int(),
})
export type DraftView = z.infer<typeof draftView>

/** One thing that is not as the confirmation had shown it; both sides are text, an amount in cents as digits. */
export const shownChange = z.object({
  /** `name`, `document`, `address`, `service`, `environment`, `due`, `cents`, `fact`, … */
  field: z.string(),
  /** The invoice that it is about; null when it is about the person or the whole. */
  invoiceId: erpId.nullable(),
  before: z.string(),
  after: z.string(),
})
export type ShownChange = z.infer<typeof shownChange>

/** What comes beside the refusal of a draft or a confirmation (`details` of `failureSchema`). */
export const refusalDetails = z.object({
  /** The record that is in the way, or this one as it is now: `negativation-not-draft`, `already-registered`, … */
  negativation: negativation.optional(),
  /** With `negativation-changed`. Empty when what was shown is no longer known. */
  changes: z.array(shownChange).optional(),
  /** With `inclusion-blocked`, `warnings-not-accepted` and `written-reason-missing`: the reasons that are in the way. */
  reasons: z.array(eligibilityReason).optional(),
})
export type RefusalDetails = z.infer<typeof refusalDetails>

/** The rules of inclusion that an administrator may set, each with a floor that he may not pass. */
export const inclusionPolicy = z.object({
  /** Days after the due date before an invoice may be registered. */
  minDaysLate: z.int().min(1).max(365),
  /** PEFIN's own floor is R$ 10,00. */
  minCents: z.int().min(10_00).max(10_000_00),
  /** Months after the due date; the bureau's limit is 4 years and 11 months. */
  maxMonths: z.int().min(1).max(59),
  /** `block`, or `written`: an active service needs a written reason. */
  activeService: z.enum(['block', 'written']),
  /** Rescission fines and equipment stay out. */
  leaveOutFees: z.boolean(),
  /** What happens to a record whose invoice the ERP proves cancelled, or renegotiated with its first instalment paid. */
  cancelledInvoices: z.enum(['remove', 'ask']),
  /** Days that the letter takes, told to the person who confirms. */
  letterDays: z.int().min(1).max(60),
  /** Inclusions a day at most, over all browsers; 0 turns inclusion off. */
  dailyLimit: z.int().min(0).max(10_000),
  /** Inclusions of a batch under way at once, for each integration. */
  batchAtOnce: z.int().min(1).max(8),
  /** Inclusions of batches a minute at most, for each integration. */
  batchPerMinute: z.int().min(1).max(6_000),
  /** A batch of more people than this waits for a second person; 0 asks for none. */
  approvalPeople: z.int().min(0).max(10_000),
  /** A batch of more cents than this waits for a second person; 0 asks for none. */
  approvalCents: z.int().min(0).max(1_000_000_000_00),
  /** No inclusion at all for now; removals go on. */
  isPaused: z.boolean(),
})
export type InclusionPolicy = z.infer<typeof inclusionPolicy>

export const draftInput = {
  erpId: id,
  customerId: erpId,
  integrationId: id,
  serviceId: erpId.nullable(),
  invoiceIds: z.array(erpId).min(1).max(60),
  reasonCode: z.string().min(1).max(20),
}

export const confirmInput = {
  id,
  key: z.uuid(),
  seal: z.string().min(1).max(100),
  /** The codes of the warnings that the person saw and accepted. */
  accepted: z.array(z.enum(eligibilityCodes)),
  /** Wanted where a warning says `written`. */
  written: note,
}
