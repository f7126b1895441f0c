import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import type { BureauAnswer } from '../bureaus/bureau.ts'
import type { QueryRecord } from '../store/records.ts'
import type { Change } from '../store/store.ts'

export interface Outcome {
  query: QueryRecord
  /** The answer to keep; null when there is none. */
  html: string | null
}

export const succeeded = (
  query: QueryRecord,
  { protocol, summary, html }: BureauAnswer,
  endedAt: string,
): Outcome => ({
  query: { ...query, state: 'done', endedAt, protocol, summary, hasAnswer: true },
  html,
})

/** `failed` when provably nothing was billed, else `uncertain`: never repeated, a person looks (case G89). */
export const notAnswered = (query: QueryRecord, thrown: unknown, endedAt: string): Outcome => {
  const error = asAppError(thrown)
  // An error that is not ours may have come after the request left.
  const unknown = error.retry === 'reconcile' || error.code === 'internal'
  return {
    query: { ...query, state: unknown ? 'uncertain' : 'failed', endedAt, error: errorBody(error) },
    html: null,
  }
}

export const changesOf = ({ query, html }: Outcome): Change[] => [
  ...(html === null ? [] : [{ collection: 'answers', id: query.id, value: { id: query.id, html } } as const]),
  { collection: 'queries', id: query.id, value: query },
]
