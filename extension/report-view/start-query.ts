import type { Query } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { call } from '../messaging/call.ts'
import { isSilent } from '../messaging/silent.ts'
import type { StartInput } from './pending-start.ts'

export type StartOutcome =
  | { at: 'started'; query: Query }
  | { at: 'repeated'; earlier: Query }
  | { at: 'refused'; error: AppError }
  | { at: 'unknown'; error: AppError }

interface StartParts {
  call: typeof call
  wait: (milliseconds: number) => Promise<void>
  /** Told before each attempt, from 1. */
  onAttempt: (attempt: number) => void
}

/** Milliseconds before the second, third and fourth attempt. */
const pauses = [500, 1500, 4000] as const

const attemptOnce = async (input: StartInput, parts: StartParts): Promise<StartOutcome> => {
  try {
    return { at: 'started', query: await parts.call('queryStart', input) }
  } catch (thrown) {
    const error = asAppError(thrown)
    if (isSilent(error)) return { at: 'unknown', error }
    const { earlier } = error.details
    return error.code === 'query-repeated' && earlier
      ? { at: 'repeated', earlier: earlier as Query }
      : { at: 'refused', error }
  }
}

/**
 * Starts a query. Where no answer comes back it asks again with the same input, whose key makes the repetition the same query,
 * instead of saying that it failed (case G58); after the last attempt the outcome is `unknown`, never "failed".
 */
export const startQuery = async (input: StartInput, parts: StartParts): Promise<StartOutcome> => {
  parts.onAttempt(1)
  let outcome = await attemptOnce(input, parts)
  for (const [at, pause] of pauses.entries()) {
    if (outcome.at !== 'unknown' || outcome.error.code === 'extension-updated') break
    await parts.wait(pause)
    parts.onAttempt(at + 2)
    outcome = await attemptOnce(input, parts)
  }
  return outcome
}
