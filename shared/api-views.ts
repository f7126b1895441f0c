import { z } from 'zod'
import { parseCnpj, parseDocument } from './document.ts'
import type { Cnpj, Document } from './document.ts'
import { knownOf } from './growing.ts'

/** What the API speaks of: the fields that its operations take and the views that they answer with. */

export const scopes = ['query', 'include', 'remove', 'admin'] as const
export type Scope = (typeof scopes)[number]

export const document = z.string().transform((text, context): Document => {
  const parsed = parseDocument(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', params: { error: 'document-invalid' } })
  return z.NEVER
})

export const cnpj = z.string().transform((text, context): Cnpj => {
  const parsed = parseCnpj(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', params: { error: 'creditor-invalid' } })
  return z.NEVER
})

export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export const name = z.string().trim().min(1).max(80)
export const secret = z.string().min(1).max(200)
/** ISO 8601 instant in UTC, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime()
export const cents = z.int().min(0).max(100_000_00)

export const environments = ['test', 'production'] as const
export type Environment = (typeof environments)[number]

export const credentialPairs = ['query', 'pefin'] as const
export type CredentialPair = (typeof credentialPairs)[number]

export const purposes = ['sale', 'collection', 'renegotiation', 'fraud'] as const
export type Purpose = (typeof purposes)[number]

export const productKinds = ['query', 'inclusion', 'removal', 'inclusion-reason', 'removal-reason'] as const

export const errorBody = z.object({
  code: z.string(),
  text: z.string(),
  hint: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ErrorView = z.infer<typeof errorBody>

/** The body of every refusal and failure. `earlier` comes with `query-repeated`, `details` (`refusalDetails`) with a refused confirmation. */
export const failureSchema = z.object({
  error: errorBody,
  earlier: z.unknown().optional(),
  details: z.unknown().optional(),
})

export const testOutcome = z.object({ at: instant, ok: z.boolean(), error: errorBody.nullable() })
export type TestOutcome = z.infer<typeof testOutcome>

export const product = z.object({
  code: z.string().min(1).max(60),
  name: z.string(),
  kind: z.enum(productKinds),
  /** F for CPF, J for CNPJ. */
  persons: z.array(z.enum(['F', 'J'])),
  /** The reasons that a `…-reason` product lists; empty for the others. */
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  /** What the administrator says one query costs; Connect does not tell. */
  priceCents: cents.nullable(),
  /** `sync` came from Connect, `manual` was typed by the administrator. */
  origin: z.enum(['sync', 'manual']),
})
export type Product = z.infer<typeof product>

export const credentialState = z.object({ savedAt: instant.nullable(), tested: testOutcome.nullable() })

export const integration = z.object({
  id,
  description: z.string(),
  creditor: z.string().transform((text) => text as Cnpj),
  environment: z.enum(environments),
  /** What the query asks of Connect: `html` (inferred) is shown as it came, `json` (confirmed) is laid out by us. */
  answerFormat: z.enum(['html', 'json']),
  query: credentialState,
  pefin: credentialState,
  products: z.array(product),
  syncedAt: instant.nullable(),
  /** What keeps inclusion off: the product kinds and the pairs still missing. */
  missing: z.array(z.enum(['query-credentials', 'pefin-credentials', ...productKinds])),
})
export type Integration = z.infer<typeof integration>

export const syncResult = z.object({
  integration,
  added: z.array(product),
  changed: z.array(z.object({ before: product, after: product })),
  gone: z.array(product),
  /** The pairs whose list could not be read; their products stay as they were. */
  failed: z.array(z.object({ pair: z.enum(credentialPairs), error: errorBody })),
})
export type SyncResult = z.infer<typeof syncResult>

export const erp = z.object({
  id,
  kind: z.enum(['hubsoft']),
  description: z.string(),
  baseUrl: z.string(),
  savedAt: instant,
  tested: testOutcome.nullable(),
})
export type Erp = z.infer<typeof erp>

export const queryStates = ['running', 'done', 'failed', 'uncertain'] as const

export const query = z.object({
  id,
  integrationId: id,
  integration: z.string(),
  product: z.object({ code: z.string(), name: z.string() }),
  document: z.string().transform((text) => text as Document),
  purpose: z.enum(purposes),
  operator: z.string(),
  environment: z.enum(environments),
  startedAt: instant,
  endedAt: instant.nullable(),
  state: z.enum(queryStates),
  protocol: z.string().nullable(),
  /** Connect's one-line result, e.g. "Constam Restrições"; null when it gave none. */
  summary: z.string().nullable(),
  priceCents: cents.nullable(),
  error: errorBody.nullable(),
  /** False once the retention period has erased the answer. */
  hasAnswer: z.boolean(),
})
export type Query = z.infer<typeof query>

export const client = z.object({
  id,
  name: z.string(),
  scopes: knownOf(scopes),
  pairedAt: instant,
  lastSeenAt: instant.nullable(),
})
export type Client = z.infer<typeof client>

/**
 * Records that have ended, their history and the rows of queries are erased so many months after their end. The floor is the five years
 * in which damages for a wrong record may be claimed (CDC art. 27): until then the proof is ours to give.
 */
const recordMonths = z.int().min(60).max(240)
/** Five years and one more: a suit of the last day is served months later. */
export const usualRecordMonths = 72
/** Drafts and batches that were given up before anything was sent are erased after so many days. */
const draftDays = z.int().min(1).max(1825)
export const usualDraftDays = 30

export const policy = z.object({
  /** A repeated query of the same document and product within so many days asks first. */
  repeatDays: z.int().min(0).max(365),
  /** Answers are erased after so many days. */
  retentionDays: z.int().min(1).max(1825),
  recordMonths: recordMonths.default(usualRecordMonths),
  draftDays: draftDays.default(usualDraftDays),
})
export type Policy = z.infer<typeof policy>

/** What an older extension does not know stays as it is. */
export const policyChange = policy.extend({
  recordMonths: recordMonths.optional(),
  draftDays: draftDays.optional(),
})
export type PolicyChange = z.infer<typeof policyChange>

/** How the service is, in numbers and codes: no secret and nobody's data. */
export const vitals = z.object({
  uptimeSeconds: z.int(),
  isReadOnly: z.boolean(),
  /** Why the store is read-only, or what it had to do to stay whole; null: all is well. */
  storeReason: z.string().nullable(),
  /** When the payments were last read completely, by the ERP that is furthest behind. */
  lastSweepAt: instant.nullable(),
  /** What waits or is under way. */
  queues: z.object({
    removals: z.int(),
    atRisk: z.int(),
    tasks: z.int(),
    unknownInclusions: z.int(),
    batches: z.int(),
    queries: z.int(),
  }),
})
export type Vitals = z.infer<typeof vitals>

export const status = z.object({
  version: z.string(),
  startedAt: instant,
  client,
  vault: z.enum(['keychain', 'file']),
  /** Requests refused by a guard since the start. */
  refusals: z.int(),
  integrations: z.int(),
  erps: z.int(),
  /** Absent from a service that is older than this. */
  vitals: vitals.optional(),
})
export type Status = z.infer<typeof status>
