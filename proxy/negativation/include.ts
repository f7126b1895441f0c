import type { ErrorCode } from '../../shared/locales/texts.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { Credentials, Inclusion, InclusionReceipt, Inclusions } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { MachineEvent } from './event.ts'
import type { PersonAct } from './person-act.ts'
import { rawAnswerIn } from './raw-answer.ts'

/** What the platform says in so many words that it did not do. Everything unlisted may have been done. */
const refusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'inclusion-refused',
  'connect-refused',
  'connect-credentials-refused',
  'connect-no-balance',
  'document-unsupported',
])

const refused = (error: AppError): MachineEvent => {
  const { code, message } = error.params
  return {
    kind: 'refused',
    code: code === undefined ? error.code : String(code),
    text: message === undefined ? errorBody(error).text : String(message),
  }
}

/**
 * What became of an inclusion. "Already there" is no refusal: it may be the echo of what was just sent, so it is looked up
 * (cases G43, G89); and a failure that is not ours may have come after the request left.
 */
export const outcomeOf = (thrown: unknown): MachineEvent => {
  const error = asAppError(thrown)
  if (error.retry === 'safe') return { kind: 'not-sent', problem: errorBody(error) }
  if (error.retry === 'never' && refusals.has(error.code)) return refused(error)
  const problem = error.code === 'internal' ? new AppError('inclusion-uncertain') : error
  return { kind: 'lost', problem: errorBody(problem), ...rawAnswerIn(error) }
}

const accepted = ({ protocol, reference }: InclusionReceipt): MachineEvent => ({
  kind: 'accepted',
  protocol,
  reference,
})

const inclusionOf = (record: NegativationRecord): Inclusion => ({
  creditor: record.creditor,
  document: record.debtor.document,
  contract: record.contract,
  environment: record.environment,
  name: record.debtor.name,
  address: record.debtor.address,
  cents: record.totalCents,
  due: record.due,
  reasonCode: record.reason.code,
})

/** Sends the inclusion of a record whose intent is on disk: exactly one request, never repeated. Never rejects. */
export type Include = (
  act: PersonAct,
  record: NegativationRecord,
  credentials: Credentials,
  signal: AbortSignal,
) => Promise<MachineEvent>

/** The only user of the including side of the bureau; it asks for a person's act, and nothing but a request of one can give it (case G31). */
export const includer =
  (inclusions: Inclusions): Include =>
  (act, record, credentials, signal) =>
    act.byPerson && record.state === 'sending'
      ? inclusions.include(credentials, { ...inclusionOf(record), signal }).then(accepted, outcomeOf)
      : Promise.resolve(outcomeOf(new AppError('internal')))
