import type { Query } from '../../shared/api.ts'
import type { call } from '../messaging/call.ts'
import { follow } from '../messaging/follow.ts'

interface FollowParts {
  call: typeof call
  wait: (milliseconds: number) => Promise<void>
  signal: AbortSignal
  onQuery: (query: Query) => void
  /** The service does not answer for the moment; the query goes on there (case G57). */
  onLost: () => void
}

/** Follows a query by its id until it has ended, as `follow` does. */
export const followQuery = (id: string, parts: FollowParts): Promise<Query | null> =>
  follow({
    ...parts,
    look: () => parts.call('query', { id }, { signal: parts.signal }),
    isEnded: ({ state }) => state !== 'running',
    onValue: parts.onQuery,
  })
