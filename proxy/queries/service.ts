import type { OperationParsed, Query } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import type { Document } from '../../shared/document.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import type { Bureau, Credentials } from '../bureaus/bureau.ts'
import { readCredentials } from '../integrations/credentials.ts'
import type { Registry } from '../integrations/registry.ts'
import { readPolicy } from '../policy/policy.ts'
import { inTurn } from '../store/in-turn.ts'
import type { ClientRecord, IntegrationRecord, QueryRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { notAnswered, succeeded } from './outcome.ts'
import { outcomesIn } from './outcomes.ts'
import { productFor } from './prepare.ts'
import { earlierQuery } from './repeat.ts'
import { eraseOldAnswers } from './retention.ts'

type Start = OperationParsed<'queryStart'>

export interface QueryServiceDeps {
  store: Store
  vault: Vault
  registry: Registry
  bureau: Bureau
  clock: Clock
  random: Random
  /** Told when an outcome could not be written; it is tried again. */
  onFailure: (thrown: unknown) => void
}

export interface QueryService {
  /** Starts a query and resolves once its record is on disk; the query itself goes on in the service (case G57). */
  start(input: Start, client: ClientRecord | null): Promise<Query>
  get(id: string): Promise<Query>
  answer(id: string): Promise<string>
  history(document: Document): Promise<Query[]>
  /** After a restart: what was running has an unknown end, and is never asked again (case G89). */
  recover(): Promise<void>
  /** Writes what could not be written; once a day erases what is older than the policy allows. Call it every minute or so. */
  tidy(): Promise<void>
  /** Breaks off what is under way; its outcome is then `uncertain`, on disk when this resolves. */
  stop(): Promise<void>
}

const viewOf = ({ key: _key, clientId: _clientId, ...query }: QueryRecord): Query => query

const samePayload = (record: QueryRecord, input: Start, clientId: string): boolean =>
  record.clientId === clientId &&
  record.integrationId === input.integrationId &&
  record.product.code === input.product &&
  record.document === input.document &&
  record.purpose === input.purpose

export const queryService = (deps: QueryServiceDeps): QueryService => {
  const { store, vault, registry, bureau, clock, random } = deps
  const turn = inTurn()
  const outcomes = outcomesIn(store, deps.onFailure)
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  let tidiedOn: CalendarDate | null = null
  const now = (): string => new Date(clock()).toISOString()

  const historyOf = async (document: Document): Promise<QueryRecord[]> =>
    (await store.query('queries', { document })).map((query) => outcomes.newest(query))

  const run = async (
    query: QueryRecord,
    integration: IntegrationRecord,
    credentials: Credentials,
  ): Promise<void> => {
    const { document, environment, product } = query
    const question = { document, environment, product: product.code, answerFormat: integration.answerFormat }
    const outcome = await bureau.query(credentials, { ...question, signal: stopping.signal }).then(
      (answer) => succeeded(query, answer, now()),
      (thrown: unknown) => notAnswered(query, thrown, now()),
    )
    await outcomes.keep(outcome)
  }
  const launch = (...query: Parameters<typeof run>): void => {
    const task: Promise<void> = run(...query).finally(() => underWay.delete(task))
    underWay.add(task)
  }

  const assertNotRepeated = async (
    history: readonly QueryRecord[],
    input: Start,
    integration: IntegrationRecord,
  ) => {
    const { repeatDays } = await readPolicy(store)
    const { document, product } = input
    const asked = { document, product, environment: integration.environment }
    const earlier = earlierQuery(history, asked, clock(), repeatDays)
    if (!earlier) return
    const details = { earlier: viewOf(earlier.query) }
    throw new AppError('query-repeated', { params: { days: earlier.days }, details })
  }

  const begin = async (input: Start, client: ClientRecord | null): Promise<QueryRecord> => {
    const clientId = client?.id ?? 'console'
    const [known] = await store.query('queries', { key: input.key })
    if (known && !samePayload(known, input, clientId)) throw new AppError('query-key-reused')
    if (known) return outcomes.newest(known)

    const integration = await registry.get(input.integrationId)
    const product = productFor(integration, input)
    const history = await historyOf(input.document)
    const { environment } = integration
    // A double click is one call, even with two keys (case G49). Another desk is warned instead: its purpose must be on record.
    const running = history.find(
      (each) =>
        each.state === 'running' && each.environment === environment && samePayload(each, input, clientId),
    )
    if (running) return running
    if (!input.repeat) await assertNotRepeated(history, input, integration)
    const credentials = await readCredentials(vault, integration.id, 'query')

    const query: QueryRecord = {
      id: Buffer.from(random(12)).toString('base64url'),
      key: input.key,
      clientId,
      integrationId: integration.id,
      integration: integration.description,
      product: { code: product.code, name: product.name },
      document: input.document,
      purpose: input.purpose,
      operator: client?.name ?? clientId,
      environment,
      startedAt: now(),
      endedAt: null,
      state: 'running',
      protocol: null,
      summary: null,
      priceCents: product.priceCents,
      error: null,
      hasAnswer: false,
    }
    // On disk before the first byte leaves: when this fails, nothing is sent (case G84).
    await store.commit([{ collection: 'queries', id: query.id, value: query }])
    launch(query, integration, credentials)
    return query
  }

  const find = async (id: string): Promise<QueryRecord> => {
    const [query] = await store.query('queries', { id })
    if (!query) throw new AppError('query-unknown')
    return outcomes.newest(query)
  }

  return {
    start: (input, client) => turn(async () => viewOf(await begin(input, client))),
    get: async (id) => viewOf(await find(id)),
    answer: async (id) => {
      await find(id)
      const html = await outcomes.answer(id)
      if (html === null) throw new AppError('query-no-answer')
      return html
    },
    history: async (document) => (await historyOf(document)).toReversed().map(viewOf),
    recover: async () => {
      const left = await store.query('queries', { state: 'running' })
      const error = errorBody(new AppError('query-uncertain'))
      await store.commit(
        left.map((query) => ({
          collection: 'queries',
          id: query.id,
          value: { ...query, state: 'uncertain', endedAt: now(), error },
        })),
      )
    },
    tidy: async () => {
      await outcomes.retry()
      if (tidiedOn === today(clock)) return
      await eraseOldAnswers(store, clock(), (await readPolicy(store)).retentionDays)
      tidiedOn = today(clock)
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}
