import type { Query } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { call } from '../messaging/call.ts'

/** These mean that looking again cannot help. */
const final: ReadonlySet<AppError['code']> = new Set([
  'query-unknown',
  'scope-refused',
  'not-paired',
  'signature-refused',
  'extension-updated',
])

interface FollowParts {
  call: typeof call
  wait: (milliseconds: number) => Promise<void>
  signal: AbortSignal
  onQuery: (query: Query) => void
  /** The service does not answer for the moment; the query goes on there (case G57). */
  onLost: () => void
}

/** Milliseconds between looks: often at first, calmer when the platform takes long. */
const pauseAfter = (looks: number): number => (looks < 10 ? 500 : 1500)

/**
 * Follows a query by its id until it has ended, through restarts of worker and service, and gives it.
 * Null when the signal stopped it. Throws AppError only where looking again cannot help.
 */
export const followQuery = async (id: string, parts: FollowParts): Promise<Query | null> => {
  for (let looks = 0; !parts.signal.aborted; looks += 1) {
    try {
      const query = await parts.call('query', { id }, { signal: parts.signal })
      parts.onQuery(query)
      if (query.state !== 'running') return query
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
