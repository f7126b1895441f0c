import { z } from 'zod'
import { day, debtCents, erpId } from './api-negativation.ts'
import { eligibilityReason } from './api-inclusion.ts'
import { errorBody, id, instant } from './api-views.ts'
import { candidatePageSize } from './batch-limits.ts'

export { candidatePageSize }

/** Who may be registered: every overdue invoice of an ERP, read page by page, before anybody is chosen. */

export const totals = z.object({
  /** Distinct customers. */
  people: z.int(),
  /** Debts: what becomes one record each. */
  debts: z.int(),
  invoices: z.int(),
  cents: debtCents,
})
export type Totals = z.infer<typeof totals>

/** The overdue invoices of one customer, one service and one issuer: what becomes one record. */
export const candidate = z.object({
  /** `<customer>:<service or nothing>:<issuer or nothing>`, the same in every listing. */
  id: z.string().min(1).max(120),
  customer: z.object({ id: erpId, code: z.string(), name: z.string(), document: z.string() }),
  service: z
    .object({ id: erpId.nullable(), name: z.string(), state: z.string(), isCancelled: z.boolean() })
    .nullable(),
  city: z.string(),
  /** The issuer's CNPJ as the ERP has it; empty when it names none. */
  issuer: z.string(),
  /** Oldest due date first. */
  invoices: z.array(
    z.object({
      id: erpId,
      due: day,
      cents: debtCents,
      daysLate: z.int(),
      description: z.string(),
      isRegistered: z.boolean(),
      reasons: z.array(eligibilityReason),
    }),
  ),
  /** What concerns the person and not one invoice. */
  reasons: z.array(eligibilityReason),
})
export type Candidate = z.infer<typeof candidate>

export const listingStates = ['reading', 'done', 'cancelled', 'failed'] as const

/** One reading of an ERP's overdue invoices. It lies in the service's memory; what was read stays readable while another one runs. */
export const candidateListing = z.object({
  id,
  erpId: id,
  state: z.enum(listingStates),
  startedAt: instant,
  /** When the last page came; null while reading. */
  readAt: instant.nullable(),
  progress: z.object({ page: z.int(), pages: z.int().nullable(), invoices: z.int() }),
  /** Until when it waits because the ERP asked for it; absent from an older service. */
  waitsUntil: instant.nullable().optional(),
  /** The ERP's rows that could not be read: they are not in the listing, and are no proof that nobody is late. */
  unread: z.int(),
  total: totals,
  /** What concerns everybody: inclusions paused, nothing set up, the bank's files not read for days (case G38), … */
  reasons: z.array(eligibilityReason),
  /** Why it failed. */
  problem: errorBody.nullable(),
})
export type CandidateListing = z.infer<typeof candidateListing>

export const candidatePageInput = {
  id,
  from: z.int().min(0),
  count: z.int().min(1).max(candidatePageSize),
}

export const candidatePage = z.object({
  candidates: z.array(candidate),
  /** Pass it as `from` for the next page; null on the last one. */
  next: z.int().nullable(),
})
