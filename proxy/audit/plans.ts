import { scopes as allScopes } from '../../shared/api.ts'
import type { AuditKind, OperationName, OperationOutput, OperationParsed, Scope } from '../../shared/api.ts'
import { formatDay } from '../../shared/business-time.ts'
import { formatDate } from '../../shared/calendar.ts'
import type { Document } from '../../shared/document.ts'
import { texts } from '../../shared/locales/texts.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import { readPolicy } from '../policy/policy.ts'
import type { Store } from '../store/store.ts'
import { changedFields } from './changed-fields.ts'

type Look = Pick<Store, 'query'>

/** Who calls, and when. Unix milliseconds. */
interface Moment {
  clientId: string
  now: number
}

/** How an act is noted. */
export interface Plan<Name extends OperationName = OperationName> {
  kind: AuditKind
  /** What it is about, asked before it is done. */
  subject: (input: OperationParsed<Name>, store: Store) => Promise<string | null> | string | null
  queryId?: (input: OperationParsed<Name>) => string
  document?: (input: OperationParsed<Name>) => Document | null
  /** What is a look and no change is noted once an hour for the same client and this text. */
  once?: (input: OperationParsed<Name>) => string
  /** Another record tells of it already, or there is nothing to tell. */
  isTold?: (input: OperationParsed<Name>, moment: Moment, store: Look) => Promise<boolean>
  /** Ends somebody's access: is done even when it cannot be noted, and may take the reserved space (case G84). */
  isUrgent?: true
  /** Noted when it is done and not before: strangers may call it, and none of them shall fill the disk. The caller is who it made. */
  made?: (output: OperationOutput<Name>) => { clientId: string; actor: string; subject: string }
}

/**
 * `own-record`: a query, a record's history, a batch's log, a task or the trail of exports and erasures tells of it already.
 * `reading`: changes nothing that anybody did, and shows what the caller's work is.
 */
export type Told = 'own-record' | 'reading'

/** Who had the query made has its report shown within this time: the query tells of it. Milliseconds. */
const hour = 3_600_000

/** The trail is kept in the language of those who answer for it. */
const words = texts('pt-BR')

const scopeWords = (scopes: readonly Scope[]): string =>
  allScopes
    .filter((scope) => scopes.includes(scope))
    .map((scope) => words.options.browser.scope[scope])
    .join(', ')

const nameOf =
  (collection: 'integrations' | 'erps') =>
  async ({ id }: { id: string }, store: Look): Promise<string | null> =>
    (await store.query(collection, { id }))[0]?.description ?? null

const integrationName = nameOf('integrations')
const erpName = nameOf('erps')

const clientOf = async (store: Look, id: string) => (await store.query('clients', { id, revokedAt: null }))[0]

const joined = (...parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter((part) => part != null && part !== '').join(': ') || null

const setup = <Name extends OperationName>(subject: Plan<Name>['subject']): Plan<Name> => ({
  kind: 'setup',
  subject,
})

const revocation = {
  kind: 'access',
  subject: async ({ id }: { id: string }, store: Look) => (await clientOf(store, id))?.name ?? null,
  isUrgent: true,
} satisfies Plan<'clientRevoke'>

const clientUpdate: Plan<'clientUpdate'> = {
  kind: 'access',
  subject: async ({ id, name, scopes }, store) => {
    const before = await clientOf(store, id)
    if (!before) return null
    const names = before.name === name ? name : `${before.name} → ${name}`
    const [old, next] = [scopeWords(before.scopes), scopeWords(scopes)]
    return old === next ? names : `${names}: ${old} → ${next}`
  },
}

const pair: Plan<'pair'> = {
  kind: 'access',
  subject: () => null,
  made: ({ client }) => ({
    clientId: client.id,
    actor: client.name,
    subject: `${client.name}: ${scopeWords(client.scopes)}`,
  }),
}

const queryAnswer: Plan<'queryAnswer'> = {
  kind: 'query',
  subject: () => null,
  queryId: ({ id }) => id,
  once: ({ id }) => id,
  isTold: async ({ id }, { clientId, now }, store) => {
    const [query] = await store.query('queries', { id })
    return !query || (query.clientId === clientId && now - Date.parse(query.startedAt) < hour)
  },
}

const auditTrail: Plan<'auditTrail'> = {
  kind: 'privacy',
  subject: ({ from, to, actor, kinds }) =>
    joined(
      `${formatDate(from)} – ${formatDate(to)}`,
      actor,
      kinds.map((kind) => words.audit.kinds[kind]).join(', '),
    ),
  document: ({ document }) => document,
  // Not `after`: whoever makes one up reads from there, and that is to be noted too.
  once: ({ after: _after, limit: _limit, ...filter }) => JSON.stringify(filter),
}

/** Every operation of the API: the type refuses one that says nothing about how its act is told. */
export const auditPlans: { readonly [Name in OperationName]: Plan<Name> | Told } = {
  hello: 'reading',
  pair,
  pairingOpen: { kind: 'access', subject: ({ scopes }) => (scopes ? scopeWords(scopes) : null) },
  consoleClients: 'reading',
  consoleRevoke: revocation,
  consoleHealth: 'reading',
  status: 'reading',
  clients: 'reading',
  clientRevoke: revocation,
  clientUpdate,
  auditTrail,

  integrations: 'reading',
  integrationCreate: setup(
    ({ description, environment }) => `${description}: ${words.negativation.environments[environment]}`,
  ),
  integrationUpdate: setup(async ({ id, ...fields }, store) => {
    const [before] = await store.query('integrations', { id })
    return before ? joined(before.description, changedFields(before, fields)) : null
  }),
  integrationRemove: setup(integrationName),
  credentialsSave: setup(async (input, store) =>
    joined(await integrationName(input, store), words.options.connect.pairs[input.pair].title),
  ),
  credentialsTest: setup(async (input, store) =>
    joined(await integrationName(input, store), words.options.connect.pairs[input.pair].title),
  ),
  productsSync: setup(integrationName),
  productSave: setup(async ({ id, code, priceCents }, store) => {
    const [integration] = await store.query('integrations', { id })
    const known = integration?.products.find((product) => product.code === code)
    const before = { priceCents: known?.priceCents ?? null }
    return joined(integration?.description, code, changedFields(before, { priceCents }))
  }),

  erps: 'reading',
  erpCreate: setup(({ description }) => description),
  erpUpdate: setup(erpName),
  erpRemove: setup(erpName),
  erpTest: setup(erpName),

  policy: 'reading',
  policySave: setup(async (policy, store) => changedFields(await readPolicy(store), policy)),
  inclusionPolicy: 'reading',
  inclusionPolicySave: setup(async (policy, store) =>
    changedFields(await readInclusionPolicy(store), policy),
  ),

  queryStart: 'own-record',
  query: 'reading',
  queryAnswer,
  queryHistory: 'reading',

  customerStatus: 'reading',
  customerOverview: 'reading',
  customerSearch: 'reading',

  negativationDraft: 'own-record',
  negativationConfirm: 'own-record',
  negativationCancel: 'own-record',
  negativations: 'reading',
  negativation: 'reading',
  removalRequest: 'own-record',

  candidateStart: 'reading',
  candidateListing: 'reading',
  candidateCancel: 'reading',
  candidates: 'reading',
  batchDraft: 'own-record',
  batches: 'reading',
  batch: 'reading',
  batchSimulation: 'reading',
  batchItems: 'reading',
  batchConfirm: 'own-record',
  batchApprove: 'own-record',
  batchPause: 'own-record',
  batchResume: 'own-record',
  batchCancel: 'own-record',

  personHeld: 'reading',
  personExport: 'own-record',
  personErase: 'own-record',

  tasks: 'reading',
  taskResolve: 'own-record',
  removalsStatus: 'reading',
  daySummary: 'reading',
  /** The words in which an administrator answers for it. */
  restoreEnd: setup(({ note }) => note),
  /** Of which day the copy was. */
  restoreSeen: setup(async (_input, store) => {
    const [restore] = await store.query('restores', { id: 'restore' })
    return restore ? formatDay(restore.reachesTo) : null
  }),
  sweepNow: 'reading',
}
