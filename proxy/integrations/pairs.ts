import type { CredentialPair, TestOutcome } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { AppError, ErrorBody } from '../../shared/errors.ts'
import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import type { Bureau, Credentials, TestSubject } from '../bureaus/bureau.ts'
import type { IntegrationRecord } from '../store/records.ts'
import type { Vault } from '../vault/vault.ts'
import { keepCredentials, readCredentials } from './credentials.ts'
import type { Registry } from './registry.ts'

export interface PairsDeps {
  registry: Registry
  vault: Vault
  bureau: Bureau
  clock: Clock
}

const instant = (clock: Clock): string => new Date(clock()).toISOString()

/** Keeps the pair in the vault; what an earlier test said about another password is forgotten. */
export const savePair = async (
  { registry, vault, clock }: PairsDeps,
  id: string,
  pair: CredentialPair,
  credentials: Credentials,
): Promise<IntegrationRecord> => {
  await registry.get(id)
  await keepCredentials(vault, id, pair, credentials)
  return registry.change(id, (before) => ({ ...before, [pair]: { savedAt: instant(clock), tested: null } }))
}

/** Notes on the record what the platform said about the pair, unless the pair was saved anew meanwhile. */
const note = async (
  registry: Registry,
  record: IntegrationRecord,
  pair: CredentialPair,
  tested: TestOutcome,
) => {
  const { id, [pair]: used } = record
  await registry.change(id, (before) =>
    before[pair].savedAt === used.savedAt ? { ...before, [pair]: { ...before[pair], tested } } : before,
  )
}

export const noteFailure = async (
  { registry, clock }: PairsDeps,
  record: IntegrationRecord,
  pair: CredentialPair,
  error: AppError,
) => {
  const body: ErrorBody = errorBody(error)
  await note(registry, record, pair, { at: instant(clock), ok: false, error: body })
}

const subjectOf = ({ products, creditor }: IntegrationRecord): TestSubject => {
  const askable = products.filter(({ kind }) => kind === 'query')
  const product = askable.find(({ persons }) => persons.includes('J')) ?? askable[0]
  return { product: product?.code ?? null, creditor }
}

/** Tests one pair alone and keeps the outcome; a refusal is an outcome, not an error. @throws `credentials-missing`, `integration-unknown` */
export const testPair = async (deps: PairsDeps, id: string, pair: CredentialPair): Promise<TestOutcome> => {
  const { registry, vault, bureau, clock } = deps
  const record = await registry.get(id)
  const credentials = await readCredentials(vault, id, pair)
  const failure = await bureau
    .testCredentials(pair, credentials, subjectOf(record))
    .then(() => null, asAppError)
  const outcome: TestOutcome = {
    at: instant(clock),
    ok: failure === null,
    error: failure && errorBody(failure),
  }
  await note(registry, record, pair, outcome)
  return outcome
}
