import { z } from 'zod'
import { totals } from './api-candidates.ts'
import { eligibilityCodes, eligibilityReason, shownChange } from './api-inclusion.ts'
import { day, debtCents, erpId, note, postalAddress, reasonView } from './api-negativation.ts'
import { environments, errorBody, id, instant } from './api-views.ts'
import { mostBatchItems, mostPartItems } from './batch-limits.ts'
import { orOther } from './growing.ts'

export { mostBatchItems, mostPartItems }

/** Many debts registered by one act of a person. */

/**
 * `reading`: the service reads everybody at the ERP; `draft`: read, and waits for a confirmation; `approval`: confirmed, and waits for a
 * second person; `paused`: by a person; `stopped`: by the program, see `stop`; `interrupted`: the service was started anew, and a person
 * has to continue; `cancelled`: given up, or its rest was; `done`: nothing waits any more.
 */
export const batchStates = [
  'reading',
  'draft',
  'approval',
  'running',
  'paused',
  'stopped',
  'interrupted',
  'cancelled',
  'done',
] as const
export type BatchState = (typeof batchStates)[number]

/**
 * `waiting`: has not left; `skipped`: not sent on purpose (`problem` says why: changed, paid, blocked, registered already); `failed`: could
 * not be sent after several tries; `cancelled`: a person cancelled what had not left; `unknown`: may be at the bureau, is looked up.
 */
export const batchItemStates = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'unknown',
  'skipped',
  'failed',
  'cancelled',
] as const
export type BatchItemState = (typeof batchItemStates)[number]

/** Why the program stopped a batch. */
export const batchStopCauses = [
  'credentials',
  'balance',
  'rate',
  'unknown-streak',
  'failure-streak',
  'inclusions-paused',
  'daily-limit',
  'read-only',
  'set-up',
  'disk-full',
] as const
export type BatchStopCause = (typeof batchStopCauses)[number]

export const batchStop = z.object({
  cause: z.enum(batchStopCauses),
  problem: errorBody.nullable(),
  /** When the platform wants to be asked again (case G86); null when it did not say. */
  until: instant.nullable(),
})
export type BatchStop = z.infer<typeof batchStop>

export const batchEvents = [
  'drafted',
  'read',
  'confirmed',
  'approved',
  'paused',
  'resumed',
  'stopped',
  'interrupted',
  'cancelled',
  'done',
] as const

export const batchLogEntry = z.object({
  at: instant,
  actor: z.string(),
  event: orOther(batchEvents),
  /** Says more where there is more to say: the written reason of a confirmation, why it stopped; else null. */
  text: z.string().nullable(),
})
export type BatchLogEntry = z.infer<typeof batchLogEntry>

export const batch = z.object({
  id,
  state: z.enum(batchStates),
  createdAt: instant,
  createdBy: z.string(),
  erpId: id,
  integrationId: id,
  integration: z.string(),
  creditor: z.string(),
  environment: z.enum(environments),
  reason: reasonView,
  /** Everything that was selected. */
  selected: totals,
  /** How many debts have been read at the ERP; all of them once it is no longer `reading`. */
  readDebts: z.int(),
  /** Why the reading at the ERP ended early; those not read are blocked. */
  readProblem: errorBody.nullable(),
  /** What was confirmed; zero before. */
  going: totals,
  /** How many of the confirmed debts are in each state. */
  counts: z.record(z.enum(batchItemStates), z.int()),
  /** Debts a second over the last half minute, times 1000; null while it cannot be said. */
  perThousandSeconds: z.int().nullable(),
  secondsLeft: z.int().nullable(),
  /** A short wait that a platform asked for; the batch goes on by itself afterwards (case G86). */
  waitingUntil: instant.nullable(),
  stop: batchStop.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  /** The warnings that were accepted with the confirmation; empty before. */
  accepted: z.array(z.enum(eligibilityCodes)),
  /** Whether it waits for a second person, and whether the caller may be that person: whoever confirmed may not. */
  approval: z.object({ mayApprove: z.boolean() }).nullable(),
  approvedBy: z.string().nullable(),
  endedAt: instant.nullable(),
  log: z.array(batchLogEntry),
})
export type Batch = z.infer<typeof batch>

const byReason = z.object({
  code: z.enum(eligibilityCodes),
  /** A warning that wants a written reason. */
  written: z.boolean(),
  total: totals,
})

/** What would happen if the batch were confirmed with these warnings accepted. */
export const simulation = z.object({
  /** Names what was read; a confirmation with another one is refused. */
  seal: z.string(),
  selected: totals,
  /** No block, and every warning accepted. */
  going: totals,
  /** By the reason; a debt with two of them stands in both. */
  blocked: z.array(byReason),
  warnings: z.array(byReason),
  /** Parts of addresses that were shortened, of what is going; the first thousand. */
  shortened: z.array(
    z.object({ position: z.int(), name: z.string(), field: z.string(), whole: z.string(), sent: z.string() }),
  ),
  /** Of what is going; null where the administrator gave no price. */
  costCents: debtCents.nullable(),
  unitCents: debtCents.nullable(),
  /** Inclusions that today's limit still allows. */
  leftToday: z.int(),
  /** Whether a second person would have to approve it. */
  needsApproval: z.boolean(),
  /** Days from the letter to the market, by the policy. */
  letterDays: z.int(),
})
export type Simulation = z.infer<typeof simulation>

export const batchItem = z.object({
  /** From 1, in the order of the selection. */
  position: z.int(),
  customer: z.object({ id: erpId, code: z.string() }),
  name: z.string(),
  document: z.string(),
  service: z.object({ id: z.string(), name: z.string(), state: z.string() }).nullable(),
  /** As they were read and confirmed. */
  invoices: z.array(z.object({ id: erpId, due: day, cents: debtCents })),
  cents: debtCents,
  /** As it will be sent; null when the customer could not be read. */
  address: postalAddress.nullable(),
  shortened: z.array(z.object({ field: z.string(), whole: z.string() })),
  /** What spoke for and against it when it was read. */
  reasons: z.array(eligibilityReason),
  state: z.enum(batchItemStates),
  /** Why it is in this state: the refusal with the bureau's own code, what changed, what failed; null when there is nothing to say. */
  problem: errorBody.nullable(),
  /** With `skipped` for a change: what differs from what was confirmed. */
  changes: z.array(shownChange),
  /** Its record, once there is one; also the one that was there before. */
  negativationId: id.nullable(),
  protocol: z.string().nullable(),
  /** When it came to its end. */
  endedAt: instant.nullable(),
})
export type BatchItem = z.infer<typeof batchItem>

export const batchItemPage = z.object({
  items: z.array(batchItem),
  total: z.int(),
  /** Pass it as `from` for the next page; null on the last one. */
  next: z.int().nullable(),
})

/** A debt as a person selected it. */
export const selectedDebt = z.object({
  customerId: erpId,
  serviceId: erpId.nullable(),
  invoiceIds: z.array(erpId).min(1).max(60),
})
export type SelectedDebt = z.infer<typeof selectedDebt>

/** The selection comes in parts; with the last missing one the reading begins. The same key and part again is the same part. */
export const batchDraftInput = {
  key: z.uuid(),
  erpId: id,
  integrationId: id,
  reasonCode: z.string().min(1).max(20),
  part: z.int().min(0),
  parts: z.int().min(1).max(mostBatchItems),
  debts: z.array(selectedDebt).min(1).max(mostPartItems),
}

export const batchDraftOutput = z.object({
  /** Null while parts are missing. */
  batch: batch.nullable(),
  missing: z.int(),
})

export const batchSimulationInput = { id, accepted: z.array(z.enum(eligibilityCodes)) }

export const batchConfirmInput = {
  id,
  key: z.uuid(),
  seal: z.string().min(1).max(100),
  /** What the person typed: how many people it is about. */
  people: z.int().min(1),
  accepted: z.array(z.enum(eligibilityCodes)),
  written: note,
}

export const batchItemsInput = {
  id,
  /** Empty for all. */
  states: z.array(z.enum(batchItemStates)).max(batchItemStates.length),
  from: z.int().min(0),
  count: z.int().min(1).max(500),
}
