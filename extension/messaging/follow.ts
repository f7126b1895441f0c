import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'

/** These mean that looking again cannot help. */
const final: ReadonlySet<AppError['code']> = new Set([
  'query-unknown',
  'negativation-unknown',
  'listing-unknown',
  'batch-unknown',
  'scope-refused',
  'not-paired',
  'signature-refused',
  'extension-updated',
])

interface FollowParts<Value> {
  /** Asks the service once. */
  look: () => Promise<Value>
  isEnded: (value: Value) => boolean
  wait: (milliseconds: number) => Promise<void>
  signal: AbortSignal
  onValue: (value: Value) => void
  /** The service does not answer for the moment; what it does goes on there (case G57). */
  onLost: () => void
}

/** Milliseconds between looks: often at first, calmer when it takes long. */
const pauseAfter = (looks: number): number => (looks < 10 ? 500 : 1500)

/**
 * Follows something that the service does until it has ended, through restarts of worker and service, and gives it.
 * Null when the signal stopped it. Throws AppError only where looking again cannot help.
 */
export const follow = async <Value>(parts: FollowParts<Value>): Promise<Value | null> => {
  for (let looks = 0; !parts.signal.aborted; looks += 1) {
    try {
      const value = await parts.look()
      parts.onValue(value)
      if (parts.isEnded(value)) return value
    } catch (thrown) {
      if (parts.signal.aborted) return null
      const error = asAppError(thrown)
      if (final.has(error.code)) throw error
      parts.onLost()
    }
    await parts.wait(pauseAfter(looks))
  }
  return null
}
