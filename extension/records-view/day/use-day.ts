import type { RemovalsStatus } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import { send } from '../../messaging/send.ts'
import type { LinkState } from '../../proxy-link/link-state.ts'
import { useRead } from '../../ui/use-read.ts'

export interface Day {
  /** How the clearing of names stands; the last word while the service does not answer. */
  status: RemovalsStatus | null
  error: AppError | null
  link: LinkState | null
}

/** The state of the service and of the removals, read with each tick; the link again while something fails. */
export const useDay = (tick: number): Day => {
  const { value, error } = useRead('removals', tick, () => call('removalsStatus', {}))
  const link = useRead('link', error ? tick : 0, () => send('link-state', {}))
  return { status: value, error, link: link.value }
}

/** Whether this browser may clear names; while it is not known, the service decides. */
export const mayRemove = ({ link }: Day): boolean =>
  link?.state !== 'ready' || link.status.client.scopes.includes('remove')
