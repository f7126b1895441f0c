import { AppError } from '../../../shared/errors.ts'
import type { Reply } from '../../net/request.ts'
import { retryAfterMs } from '../../net/retry-after.ts'

/** What a platform that says "wait" without saying how long is given. */
const defaultWaitSeconds = 30

interface Reading {
  now: number
  /** The code for "sent, and no answer": a query may have been billed, a test never is. */
  silence: 'query-uncertain' | 'connect-no-reply'
  /** How the screens name the pair, e.g. `login/senha_consulta`. */
  pair: string
}

const byStatus = (status: number, retryAfter: string | null, { now, pair }: Reading): AppError | null => {
  if (status >= 200 && status < 300) return null
  // 429 and 401 say by their definition that the request was not processed (case G86).
  if (status === 429) {
    const seconds = Math.max(
      1,
      Math.ceil((retryAfterMs(retryAfter, now) ?? defaultWaitSeconds * 1000) / 1000),
    )
    return new AppError('connect-rate', { params: { seconds }, retry: 'safe' })
  }
  if (status === 401) return new AppError('connect-credentials-refused', { params: { pair } })
  return new AppError('connect-down', { params: { status }, retry: 'reconcile' })
}

/**
 * The text that Connect answered with status 2xx.
 * @throws AppError for every other end of the call; `retry` is `reconcile` when Connect may have worked on it (cases G89, G90).
 */
export const textOf = (reply: Reply, reading: Reading): string => {
  switch (reply.kind) {
    case 'not-sent':
      throw new AppError('connect-unreachable', { retry: 'safe' })
    case 'lost':
      throw new AppError(reading.silence, { retry: 'reconcile' })
    case 'cut':
      throw new AppError('connect-cut', { retry: 'reconcile' })
    case 'redirect':
      throw new AppError('connect-error-page', { retry: 'reconcile' })
    case 'answer': {
      const failure = byStatus(reply.status, reply.retryAfter, reading)
      if (failure) throw failure
      return reply.text
    }
  }
}
