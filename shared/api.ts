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
  status,
  scopes,
} from './api-views.ts'
import type { Scope } from './api-views.ts'

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
  Product,
  Purpose,
  Query,
  Scope,
  Status,
  SyncResult,
  TestOutcome,
} from './api-views.ts'

/**
 * The wire between extension and service: one table of operations. The service registers its routes from it, the extension
 * calls through it and the attack tests walk it, so that a new route cannot escape a guard.
 */

/** Raised when an older peer would misread a newer one. */
export const apiVersion = 1

/** Who may call: nobody paired (`public`), the command line of the same machine (`console`), or a paired browser with the scope. */
export type Access = 'public' | 'console' | Scope

const nothing = z.object({})
const done = z.object({ ok: z.literal(true) })

interface Operation<Who extends Access, Input extends z.ZodType, Output extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  /** `:name` segments are filled from the input of the same name; the rest of the input is the JSON body, of a GET the query. */
  readonly path: string
  readonly access: Who
  readonly input: Input
  readonly output: Output
  /** HTTP status of a success. */
  readonly success: 200 | 201 | 202
}

const getFor = <Who extends Access, Input extends z.ZodType, Output extends z.ZodType>(
  path: string,
  access: Who,
  input: Input,
  output: Output,
): Operation<Who, Input, Output> => ({ method: 'GET', path, access, input, output, success: 200 })

const get = <Who extends Access, Output extends z.ZodType>(path: string, access: Who, output: Output) =>
  getFor(path, access, nothing, output)

const getBy = <Who extends Access, Output extends z.ZodType>(path: string, access: Who, output: Output) =>
  getFor(path, access, z.object({ id }), output)

const post = <Who extends Access, Input extends z.ZodType, Output extends z.ZodType>(
  path: string,
  access: Who,
  input: Input,
  output: Output,
  success: 200 | 201 | 202 = 200,
): Operation<Who, Input, Output> => ({ method: 'POST', path, access, input, output, success })

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
  /** Adds a query product by hand, or sets the price of a known one. */
  productSave: post(
    '/v1/integrations/:id/products',
    'admin',
    z.object({
      id,
      code: product.shape.code,
      name,
      persons: product.shape.persons.min(1),
      priceCents: cents.nullable(),
    }),
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
  queryHistory: post(
    '/v1/queries/history',
    'query',
    z.object({ document }),
    z.object({ queries: z.array(query) }),
  ),
}

export type OperationName = keyof typeof operations
export type OperationInput<Name extends OperationName> = z.input<(typeof operations)[Name]['input']>
export type OperationParsed<Name extends OperationName> = z.output<(typeof operations)[Name]['input']>
export type OperationOutput<Name extends OperationName> = z.output<(typeof operations)[Name]['output']>
