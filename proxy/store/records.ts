import type {
  BatchState,
  BatchStop,
  DebtInvoice,
  EligibilityCode,
  EligibilityReason,
  Environment,
  HistoryEntry,
  InclusionPolicy,
  Integration,
  NegativationState,
  PolicyChange,
  PostalAddress,
  Query,
  ReasonView,
  RemovalCause,
  Scope,
  SelectedDebt,
  ShownChange,
  Task,
  TaskAction,
  TaskKind,
  Totals,
  TestOutcome,
} from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Cnpj, Document } from '../../shared/document.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import type { Cents } from '../../shared/money.ts'
import type { ActRecord } from './act-record.ts'
import type { BatchLogRecord } from './batch-log-record.ts'
import type { PrivacyActRecord, ProofRecord } from './privacy-records.ts'
import type { RestoreCheckRecord, RestoreRecord } from './restore-records.ts'

/** What is kept. Secrets are not here: they lie in the vault, under the id of the record that they belong to. */

export interface ClientRecord {
  id: string
  name: string
  /** The raw Origin header of the pairing request: a later request with another one is refused. */
  origin: string
  scopes: Scope[]
  pairedAt: string
  lastSeenAt: string | null
  revokedAt: string | null
}

export type IntegrationRecord = Omit<Integration, 'missing'>

export interface ErpRecord {
  id: string
  kind: 'hubsoft'
  description: string
  baseUrl: string
  savedAt: string
  tested: TestOutcome | null
}

export interface QueryRecord extends Query {
  /** The caller's idempotency key. */
  key: string
  /** Who asked: the paired browser. */
  clientId: string
}

export interface AnswerRecord {
  /** The query's id. */
  id: string
  /** The answer's decoded text, as Connect formatted it. */
  html: string
}

/** One that was saved before a rule existed lacks it. */
export interface PolicyRecord extends PolicyChange {
  id: 'policy'
}

export interface InclusionPolicyRecord extends InclusionPolicy {
  id: 'inclusion'
}

/** The wish to clear a name, set once and erased only by verified absence or by a person (`keep`). */
export interface RemovalRecord {
  cause: RemovalCause
  reason: ReasonView
  requestedAt: string
  requestedBy: string
  /** The paying day that starts the clock: `data_credito`, else `data_pagamento`; null without a payment. */
  clockFrom: CalendarDate | null
  deadline: CalendarDate | null
  attempts: number
  /** Before this nothing is tried again. */
  nextAt: string | null
  /** Reads in a row that found the record absent, and when the last was. */
  absentReads: number
  lastReadAt: string | null
  /** When the bureau took the removal; the lag is counted from here. */
  acceptedAt: string | null
  problem: ErrorBody | null
  isHeld: boolean
}

export interface NegativationRecord {
  id: string
  /** Environment, creditor, debtor and invoices: `businessKey`. */
  key: string
  state: NegativationState
  /** Counts the transitions: compare-and-set on `(state, version)`. */
  version: number
  environment: Environment
  integrationId: string
  integration: string
  creditor: Cnpj
  erpId: string
  customer: { id: string; code: string }
  debtor: { name: string; document: Document; birth: CalendarDate | null; address: PostalAddress }
  service: { id: string; name: string; state: string } | null
  contract: string
  invoices: DebtInvoice[]
  totalCents: Cents
  due: CalendarDate
  reason: ReasonView
  createdAt: string
  createdBy: string
  changedAt: string
  /** The seal of what a draft showed. */
  seal: string
  /** The key of the confirmation: the same one attaches, another one finds the draft used up. */
  confirmKey: string | null
  sentAt: string | null
  protocol: string | null
  /** The bureau's own number of the record, where it gave one. */
  reference: string | null
  bureauState: string | null
  /** Looks at the bureau for an unknown or removed record. */
  absentReads: number
  /** When the bureau is to be asked next, and when it answered last. */
  nextLookAt: string | null
  lookedAt: string | null
  removal: RemovalRecord | null
}

/** One line of a record's history; never changed, never erased while its record lives. */
export interface HistoryRecord extends HistoryEntry {
  /** `<negativation id>:<version>`. */
  id: string
  negativationId: string
}

/** Which record an invoice belongs to: the newest one of its environment (case G56). */
export interface InvoiceLinkRecord {
  /** `<erp id>:<invoice id>`, of a test record `<erp id>:<invoice id>:test`. */
  id: string
  negativationId: string
}

export interface TaskRecord extends Task {
  kind: TaskKind
  resolved: { at: string; by: string; action: TaskAction; note: string } | null
  isOpen: boolean
  /** What the task tells of still holds, also after a person took note of it: it is not told a second time. */
  isStanding: boolean
}

/** How far a regular look at one ERP has come. */
export interface SweepRecord {
  /** `payments:<erp id>` or `audit:<erp id>`. */
  id: string
  /** Start of the last complete one. */
  completedAt: string | null
  problem: ErrorBody | null
}

/** The service's sign of life, so that a start knows how long nobody looked (case G74). */
export interface HeartbeatRecord {
  id: 'heartbeat'
  at: string
}

/** Everything of a debt that a confirmation shows and that will be sent. */
export type ShownDebt = Pick<
  NegativationRecord,
  | 'key'
  | 'environment'
  | 'integrationId'
  | 'integration'
  | 'creditor'
  | 'erpId'
  | 'customer'
  | 'debtor'
  | 'service'
  | 'contract'
  | 'invoices'
  | 'totalCents'
  | 'due'
  | 'reason'
>

/** What a person confirmed, once for all items. */
export interface BatchConfirmation {
  at: string
  by: string
  /** Whoever confirmed may not approve. */
  clientId: string
  key: string
  accepted: EligibilityCode[]
  written: string
  going: Totals
}

/** Many debts that one act of a person registers. */
export interface BatchRecord {
  id: string
  state: BatchState
  /** The key of the draft: the same one again is the same batch. */
  key: string
  /** Counts the changes: compare-and-set. */
  version: number
  createdAt: string
  createdBy: string
  erpId: string
  integrationId: string
  integration: string
  creditor: Cnpj
  environment: Environment
  reason: ReasonView
  selected: Totals
  readProblem: ErrorBody | null
  /** Names what was read; null until then. */
  seal: string | null
  confirmation: BatchConfirmation | null
  approvedBy: string | null
  stop: BatchStop | null
  endedAt: string | null
  log: BatchLogRecord[]
}

/** The end of an item without a record of its own; `sent` and `refused` only where the record was erased. */
export interface BatchItemEnd {
  state: 'skipped' | 'failed' | 'cancelled' | 'sent' | 'refused'
  at: string
  problem: ErrorBody | null
  changes: ShownChange[]
  /** The record that was in the way. */
  negativationId: string | null
}

export interface BatchItemRecord {
  /** `<batch id>:<position>`. */
  id: string
  batchId: string
  /** From 1. */
  position: number
  asked: SelectedDebt
  /** The customer as the ERP had him, for an item that could not be read whole. */
  code: string
  name: string
  document: string
  /** What was read and will be sent; null when it could not be read. */
  shown: ShownDebt | null
  /** Of `shown`: what is read anew just before the sending has to have the same one. */
  seal: string | null
  reasons: EligibilityReason[]
  shortened: { field: string; whole: string }[]
  /** Part of what was confirmed: no block, every warning accepted. */
  isGoing: boolean
  /** The confirm key of its next or only attempt: the record that bears it is this item's (case G43). */
  key: string
  /** Attempts that provably did not leave. */
  tries: number
  /** Why the last try did not leave; the item waits for another one. */
  problem: ErrorBody | null
  end: BatchItemEnd | null
}

export interface Records {
  clients: ClientRecord
  integrations: IntegrationRecord
  erps: ErpRecord
  queries: QueryRecord
  answers: AnswerRecord
  policies: PolicyRecord
  inclusionPolicies: InclusionPolicyRecord
  negativations: NegativationRecord
  history: HistoryRecord
  invoiceLinks: InvoiceLinkRecord
  tasks: TaskRecord
  batches: BatchRecord
  batchItems: BatchItemRecord
  proofs: ProofRecord
  privacyActs: PrivacyActRecord
  acts: ActRecord
  sweeps: SweepRecord
  heartbeats: HeartbeatRecord
  restores: RestoreRecord
  restoreChecks: RestoreCheckRecord
}
