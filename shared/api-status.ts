import { z } from 'zod'
import { day, debtCents, historyEntry, negativation, negativationStates } from './api-negativation.ts'
import { task } from './api-tasks.ts'
import { environments, errorBody, id, instant } from './api-views.ts'

/** How registered debts stand: of one customer, in the list, and the clearing as a whole. */

/** What the panel in the ERP's page shows of a customer. */
export const customerStatus = z.object({
  erpId: id.nullable(),
  /** As the ERP's API says; the panel shows nothing when the page says another document. */
  document: z.string().nullable(),
  records: z.array(negativation),
  overdue: z.object({ count: z.int(), cents: debtCents }).nullable(),
  /** The overdue invoices that nothing forbids to register, by id. */
  eligible: z.array(z.string()),
  /** Whether the browser that asks may register debts; absent from an older service. */
  mayInclude: z.boolean().optional(),
  /** Why the ERP could not be read; the records are shown all the same. */
  problem: errorBody.nullable(),
})
export type CustomerStatus = z.infer<typeof customerStatus>

export const negativationPage = z.object({
  negativations: z.array(negativation),
  /** How many match in all. */
  total: z.int(),
  /** Pass it as `after` for the next page; null on the last one. */
  next: z.string().nullable(),
  counts: z.record(z.enum(negativationStates), z.int()),
})

export const negativationDetail = z.object({
  negativation,
  history: z.array(historyEntry),
  tasks: z.array(task),
})

/** A copy was put back; nothing is included before bureau and ERP are audited. */
export const restoreStatus = z.object({
  restoredAt: instant,
  /** Until when the copy reaches. */
  reachesTo: instant,
  total: z.int(),
  checked: z.int(),
  /** Registered after the copy and taken over; not at the bureau any more; could not be looked up. */
  adopted: z.int(),
  gone: z.int(),
  unaudited: z.int(),
  /** What holds it up now. */
  problem: errorBody.nullable(),
  end: z.object({ at: instant, by: z.string(), note: z.string() }).nullable(),
})
export type RestoreStatus = z.infer<typeof restoreStatus>

/** How the clearing of names stands. */
export const removalsStatus = z.object({
  /** Removals whose deadline is near or past, or that fail for an hour. */
  atRisk: z.int(),
  /** Under way, in all. */
  pending: z.int(),
  openTasks: z.int(),
  lastSweepAt: instant.nullable(),
  nextSweepAt: instant.nullable(),
  sweepProblem: errorBody.nullable(),
  /** The service had stopped for so many minutes before this start; 0 when it had not. */
  gapMinutes: z.int(),
  /** The store could not be trusted: everything is shown, nothing is included. */
  isReadOnly: z.boolean(),
  /** The day's copy does not reach its second place. */
  isCopyFailing: z.boolean(),
  /** The last restore until an administrator took note of how its audit ended. */
  restore: restoreStatus.nullable(),
})
export type RemovalsStatus = z.infer<typeof removalsStatus>

/** What a business day made of the debts; of what failed, only what had not come right when the day ended. */
export const dayTally = z.object({
  date: day,
  included: z.object({ single: z.int(), batch: z.int() }),
  cleared: z.int(),
  /** Inclusions that the bureau refused. */
  refused: z.int(),
  /** Inclusions whose end is not known. */
  unknown: z.int(),
  /** Names whose removal failed; it is tried again. */
  removalsFailed: z.int(),
})
export type DayTally = z.infer<typeof dayTally>

export const daySummary = z.object({
  /** Removals that may come too late, now. */
  atRisk: z.int(),
  today: dayTally,
  yesterday: dayTally,
})
export type DaySummary = z.infer<typeof daySummary>

export const listInput = {
  states: z.array(z.enum(negativationStates)).max(negativationStates.length),
  /** A name, a document or an invoice number; empty for all. */
  search: z.string().trim().max(80),
  environment: z.enum(environments).nullable(),
  order: z.enum(['changed', 'deadline']),
  after: z.string().max(100).nullable(),
  limit: z.int().min(1).max(200),
}
