import { z } from 'zod'
import {
  document,
  cnpj,
  id,
  name,
  secret,
  cents,
  environments,
  credentialPairs,
  purposes,
  testOutcome,
  product,
  integration,
  syncResult,
  erp,
  query,
  client,
  policy,
  policyChange,
  status,
  scopes,
} from './api-views.ts'
import { health } from './api-doctor.ts'
import { auditOperations } from './audit-operations.ts'
import { erpId, negativation, note } from './api-negativation.ts'
import { batchOperations } from './batch-operations.ts'
import { confirmInput, customerOverview, draftInput, draftView, inclusionPolicy } from './api-inclusion.ts'
import {
  customerStatus,
  daySummary,
  listInput,
  negativationDetail,
  negativationPage,
  removalsStatus,
} from './api-status.ts'
import { task, taskActions } from './api-tasks.ts'
import { privacyOperations } from './privacy-operations.ts'
import { done, get, getBy, getFor, nothing, post } from './operation.ts'

export {
  credentialPairs,
  environments,
  failureSchema,
  productKinds,
  purposes,
  queryStates,
  scopes,
} from './api-views.ts'
export type {
  Client,
  CredentialPair,
  Environment,
  Erp,
  ErrorView,
  Integration,
  Policy,
  PolicyChange,
  Product,
  Purpose,
  Query,
  Scope,
  Status,
  SyncResult,
  TestOutcome,
  Vitals,
} from './api-views.ts'
export * from './api-batches.ts'
export * from './api-candidates.ts'
export type { Health } from './api-doctor.ts'
export * from './api-inclusion.ts'
export * from './api-negativation.ts'
export * from './api-status.ts'
export * from './api-tasks.ts'
export { auditKinds } from './audit-operations.ts'
export type { AuditEntry, AuditKind, AuditPage } from './audit-operations.ts'
export type { HeldCounts, PersonErased, PersonHeld, StayingProof } from './privacy-operations.ts'
export type { Access } from './operation.ts'

/**
 * The wire between extension and service: one table of operations. The service registers its routes from it, the extension
 * calls through it and the attack tests walk it, so that a new route cannot escape a guard.
 */

/** Raised when an older peer would misread a newer one. */
export const apiVersion = 1

const integrationFields = {
  description: name,
  creditor: cnpj,
  environment: z.enum(environments),
  answerFormat: z.enum(['html', 'json']),
}

const erpFields = {
  kind: z.enum(['hubsoft']),
  description: name,
  baseUrl: z.string().max(200),
  clientId: secret,
  /** Some tenants use none. */
  clientSecret: z.string().max(200),
  username: secret,
  password: secret,
}

export const operations = {
  /** Public identity check; with a client id it also proves possession of that client's secret. Its input is the address's query. */
  hello: getFor(
    '/v1/hello',
    'public',
    z.object({
      challenge: z
        .string()
        .regex(/^[A-Za-z0-9_-]{16,128}$/)
        .optional(),
      client: id.optional(),
    }),
    z.object({
      service: z.literal('nada-consta'),
      api: z.int(),
      version: z.string(),
      /** base64url HMAC of `helloText`; absent for an unknown client or without a challenge. */
      proof: z.string().optional(),
      /** The service runs and can do nothing yet: the keychain is locked. */
      waits: z.literal('vault').optional(),
    }),
  ),
  pair: post(
    '/v1/pair',
    'public',
    z.object({ code: z.string().min(1).max(20), name }),
    z.object({ client, secret: z.string() }),
    201,
  ),

  pairingOpen: post(
    '/v1/pairing/open',
    'console',
    z.object({ scopes: z.array(z.enum(scopes)).min(1).optional() }),
    z.object({ code: z.string(), seconds: z.int(), scopes: z.array(z.enum(scopes)) }),
  ),
  consoleClients: get('/v1/console/clients', 'console', z.object({ clients: z.array(client) })),
  consoleRevoke: post('/v1/console/clients/:id/revoke', 'console', z.object({ id }), done),
  consoleHealth: get('/v1/console/health', 'console', health),

  status: get('/v1/status', 'query', status),
  clients: get('/v1/clients', 'admin', z.object({ clients: z.array(client) })),
  clientRevoke: post('/v1/clients/:id/revoke', 'admin', z.object({ id }), done),

  integrations: get('/v1/integrations', 'query', z.object({ integrations: z.array(integration) })),
  integrationCreate: post('/v1/integrations', 'admin', z.object(integrationFields), integration, 201),
  integrationUpdate: post(
    '/v1/integrations/:id',
    'admin',
    z.object({ id, ...integrationFields }),
    integration,
  ),
  integrationRemove: post('/v1/integrations/:id/remove', 'admin', z.object({ id }), done),
  credentialsSave: post(
    '/v1/integrations/:id/credentials',
    'admin',
    z.object({ id, pair: z.enum(credentialPairs), login: secret, password: secret }),
    integration,
  ),
  credentialsTest: post(
    '/v1/integrations/:id/test',
    'admin',
    z.object({ id, pair: z.enum(credentialPairs) }),
    testOutcome,
  ),
  productsSync: post('/v1/integrations/:id/sync', 'admin', z.object({ id }), syncResult),
  /** Adds a query product by hand, or sets the price of a known one: of a query, or of the product by which debts are registered. */
  productSave: post(
    '/v1/integrations/:id/products',
    'admin',
    z.object({
      id,
      kind: z.enum(['query', 'inclusion']).default('query'),
      code: product.shape.code,
      name,
      persons: product.shape.persons.min(1),
      priceCents: cents.nullable(),
    }),
    integration,
  ),

  erps: get('/v1/erps', 'query', z.object({ erps: z.array(erp) })),
  erpCreate: post('/v1/erps', 'admin', z.object(erpFields), erp, 201),
  /** The whole set again, password included: none is ever read back. */
  erpUpdate: post('/v1/erps/:id', 'admin', z.object({ id, ...erpFields }), erp),
  erpRemove: post('/v1/erps/:id/remove', 'admin', z.object({ id }), done),
  erpTest: post('/v1/erps/:id/test', 'admin', z.object({ id }), testOutcome),

  policy: get('/v1/policy', 'query', policy),
  policySave: post('/v1/policy', 'admin', policyChange, policy),

  /** Starts a query and answers at once; the caller polls `query` (case G57). `key` makes a repeated request the same query. */
  queryStart: post(
    '/v1/queries',
    'query',
    z.object({
      key: z.uuid(),
      integrationId: id,
      product: product.shape.code,
      document,
      purpose: z.enum(purposes),
      /** True after the person has seen the warning and still wants to pay again. */
      repeat: z.boolean(),
    }),
    query,
    202,
  ),
  query: getBy('/v1/queries/:id', 'query', query),
  /** The answer as Connect formatted it, decoded to text. Untrusted: clean it before showing. */
  queryAnswer: getBy('/v1/queries/:id/answer', 'query', z.object({ html: z.string() })),
  /** Newest first. A POST because a document never stands in an address. */
  queryHistory: post(
    '/v1/queries/history',
    'query',
    z.object({ document }),
    z.object({ queries: z.array(query) }),
  ),

  inclusionPolicy: get('/v1/inclusion-policy', 'query', inclusionPolicy),
  inclusionPolicySave: post('/v1/inclusion-policy', 'admin', inclusionPolicy, inclusionPolicy),

  /** What the panel in the ERP's page shows. `site` is the page's host; it chooses among several ERPs. */
  customerStatus: post(
    '/v1/customers/status',
    'query',
    z.object({ site: z.string().max(200), customerId: erpId }),
    customerStatus,
  ),
  /** The customer with all unpaid invoices and the reasons for and against each, read from the ERP now. */
  customerOverview: post(
    '/v1/customers/overview',
    'include',
    z.object({ erpId: id, customerId: erpId }),
    customerOverview,
  ),
  /** The customers that bear a document, for a screen that knows no customer number. */
  customerSearch: post(
    '/v1/customers/search',
    'include',
    z.object({ document }),
    z.object({
      customers: z.array(
        z.object({ erpId: id, erp: z.string(), id: erpId, code: z.string(), name: z.string() }),
      ),
    }),
  ),

  /** Reads everything again and keeps what is to be shown; sends nothing. The same debt gives the same draft. */
  negativationDraft: post('/v1/negativations', 'include', z.object(draftInput), draftView, 201),
  /** The person's act. Answers once the intent is on disk; the caller polls `negativation`. `key` makes a repeated press the same act. */
  negativationConfirm: post(
    '/v1/negativations/:id/confirm',
    'include',
    z.object(confirmInput),
    negativation,
    202,
  ),
  negativationCancel: post('/v1/negativations/:id/cancel', 'include', z.object({ id }), negativation),
  /** A POST because what is searched for never stands in an address. */
  negativations: post('/v1/negativations/list', 'query', z.object(listInput), negativationPage),
  negativation: getBy('/v1/negativations/:id', 'query', negativationDetail),
  removalRequest: post(
    '/v1/negativations/:id/remove',
    'remove',
    z.object({ id, reasonCode: z.string().min(1).max(20), note }),
    negativation,
    202,
  ),

  ...batchOperations,
  ...privacyOperations,
  ...auditOperations,

  /** Open ones first, the nearest deadline first. */
  tasks: get('/v1/tasks', 'query', z.object({ tasks: z.array(task) })),
  taskResolve: post(
    '/v1/tasks/:id/resolve',
    'remove',
    z.object({ id, action: z.enum(taskActions), reasonCode: z.string().max(20).optional(), note }),
    task,
  ),
  removalsStatus: get('/v1/removals', 'query', removalsStatus),
  /** An administrator ends the audit after a restore, in writing. */
  restoreEnd: post('/v1/restore/end', 'admin', z.object({ note: note.min(10) }), removalsStatus),
  restoreSeen: post('/v1/restore/seen', 'admin', nothing, removalsStatus),
  /** What came of today and of yesterday, in numbers. */
  daySummary: get('/v1/day', 'query', daySummary),
  /** Reads the ERP's payments now, on a person's wish. */
  sweepNow: post('/v1/removals/sweep', 'query', nothing, removalsStatus, 202),
}

export type OperationName = keyof typeof operations
export type OperationInput<Name extends OperationName> = z.input<(typeof operations)[Name]['input']>
export type OperationParsed<Name extends OperationName> = z.output<(typeof operations)[Name]['input']>
export type OperationOutput<Name extends OperationName> = z.output<(typeof operations)[Name]['output']>
