import { z } from 'zod'
import { parseCnpj, parseDocument } from './document.ts'
import type { Cnpj, Document } from './document.ts'

/**
 * The wire between extension and service: one table of operations. The service registers its routes from it, the extension
 * calls through it and the attack tests walk it, so that a new route cannot escape a guard.
 */

/** Raised when an older peer would misread a newer one. */
export const apiVersion = 1

export const scopes = ['query', 'include', 'remove', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Who may call: nobody paired (`public`), the command line of the same machine (`console`), or a paired browser with the scope. */
export type Access = 'public' | 'console' | Scope

const document = z.string().transform((text, context): Document => {
  const parsed = parseDocument(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', params: { error: 'document-invalid' } })
  return z.NEVER
})

const cnpj = z.string().transform((text, context): Cnpj => {
  const parsed = parseCnpj(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', params: { error: 'creditor-invalid' } })
  return z.NEVER
})

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const name = z.string().trim().min(1).max(80)
const secret = z.string().min(1).max(200)
/** ISO 8601 instant in UTC, as `Date.prototype.toISOString` writes it. */
const instant = z.iso.datetime()
const cents = z.int().min(0).max(100_000_00)

export const environments = ['test', 'production'] as const
export type Environment = (typeof environments)[number]

export const credentialPairs = ['query', 'pefin'] as const
export type CredentialPair = (typeof credentialPairs)[number]

export const purposes = ['sale', 'collection', 'renegotiation', 'fraud'] as const
export type Purpose = (typeof purposes)[number]

export const productKinds = ['query', 'inclusion', 'removal', 'inclusion-reason', 'removal-reason'] as const

const errorBody = z.object({
  code: z.string(),
  text: z.string(),
  hint: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ErrorView = z.infer<typeof errorBody>

/** The body of every refusal and failure. `earlier` comes with `query-repeated`. */
export const failureSchema = z.object({ error: errorBody, earlier: z.unknown().optional() })

const testOutcome = z.object({ at: instant, ok: z.boolean(), error: errorBody.nullable() })
export type TestOutcome = z.infer<typeof testOutcome>

const product = z.object({
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

const credentialState = z.object({ savedAt: instant.nullable(), tested: testOutcome.nullable() })

const integration = z.object({
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
  /** What keeps inclusion off (design.md 2.4): the product kinds and the pairs still missing. */
  missing: z.array(z.enum(['query-credentials', 'pefin-credentials', ...productKinds])),
})
export type Integration = z.infer<typeof integration>

const syncResult = z.object({
  integration,
  added: z.array(product),
  changed: z.array(z.object({ before: product, after: product })),
  gone: z.array(product),
})
export type SyncResult = z.infer<typeof syncResult>

const erp = z.object({
  id,
  kind: z.enum(['hubsoft']),
  description: z.string(),
  baseUrl: z.string(),
  savedAt: instant,
  tested: testOutcome.nullable(),
})
export type Erp = z.infer<typeof erp>

export const queryStates = ['running', 'done', 'failed', 'uncertain'] as const

const query = z.object({
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

const client = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  pairedAt: instant,
  lastSeenAt: instant.nullable(),
})
export type Client = z.infer<typeof client>

const policy = z.object({
  /** A repeated query of the same document and product within so many days asks first. */
  repeatDays: z.int().min(0).max(365),
  /** Answers are erased after so many days. */
  retentionDays: z.int().min(1).max(1825),
})
export type Policy = z.infer<typeof policy>

const status = z.object({
  version: z.string(),
  startedAt: instant,
  client,
  vault: z.enum(['keychain', 'file']),
  /** Requests refused by a guard since the start. */
  refusals: z.int(),
  integrations: z.int(),
  erps: z.int(),
})
export type Status = z.infer<typeof status>

const nothing = z.object({})
const done = z.object({ ok: z.literal(true) })

interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  method: 'GET' | 'POST'
  /** `:name` segments are filled from the input of the same name. */
  path: string
  access: Access
  input: Input
  output: Output
  /** HTTP status of a success. */
  success: 200 | 201 | 202
}

const get = <Output extends z.ZodType>(path: string, access: Access, output: Output) =>
  ({ method: 'GET', path, access, input: nothing, output, success: 200 }) as const satisfies Operation

const getBy = <Output extends z.ZodType>(path: string, access: Access, output: Output) =>
  ({ method: 'GET', path, access, input: z.object({ id }), output, success: 200 }) as const satisfies Operation

const post = <Input extends z.ZodType, Output extends z.ZodType>(
  path: string,
  access: Access,
  input: Input,
  output: Output,
  success: Operation['success'] = 200,
) => ({ method: 'POST', path, access, input, output, success }) as const satisfies Operation

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
  /** Public identity check; with a client id it also proves possession of that client's secret. Its query is `challenge` and `client`. */
  hello: get(
    '/v1/hello',
    'public',
    z.object({
      service: z.literal('nada-consta'),
      api: z.int(),
      version: z.string(),
      /** base64url HMAC of `helloText`; absent for an unknown client or without a challenge. */
      proof: z.string().optional(),
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

  status: get('/v1/status', 'query', status),
  clients: get('/v1/clients', 'admin', z.object({ clients: z.array(client) })),
  clientRevoke: post('/v1/clients/:id/revoke', 'admin', z.object({ id }), done),

  integrations: get('/v1/integrations', 'query', z.object({ integrations: z.array(integration) })),
  integrationCreate: post('/v1/integrations', 'admin', z.object(integrationFields), integration, 201),
  integrationUpdate: post('/v1/integrations/:id', 'admin', z.object({ id, ...integrationFields }), integration),
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
  /** Adds a query product by hand, or sets the price of a known one. */
  productSave: post(
    '/v1/integrations/:id/products',
    'admin',
    z.object({ id, code: product.shape.code, name, persons: product.shape.persons.min(1), priceCents: cents.nullable() }),
    integration,
  ),

  erps: get('/v1/erps', 'query', z.object({ erps: z.array(erp) })),
  erpCreate: post('/v1/erps', 'admin', z.object(erpFields), erp, 201),
  erpRemove: post('/v1/erps/:id/remove', 'admin', z.object({ id }), done),
  erpTest: post('/v1/erps/:id/test', 'admin', z.object({ id }), testOutcome),

  policy: get('/v1/policy', 'query', policy),
  policySave: post('/v1/policy', 'admin', policy, policy),

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
  queryHistory: post('/v1/queries/history', 'query', z.object({ document }), z.object({ queries: z.array(query) })),
} satisfies Record<string, Operation>

export type OperationName = keyof typeof operations
export type OperationInput<Name extends OperationName> = z.input<(typeof operations)[Name]['input']>
export type OperationParsed<Name extends OperationName> = z.output<(typeof operations)[Name]['input']>
export type OperationOutput<Name extends OperationName> = z.output<(typeof operations)[Name]['output']>
