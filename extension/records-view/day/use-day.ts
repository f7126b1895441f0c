import type { RemovalsStatus } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import type { LinkState } from '../../proxy-link/link-state.ts'
import type { May } from '../../rights/rights-context.ts'
import { useRights } from '../../rights/use-rights.ts'
import { useRead } from '../../ui/use-read.ts'

export interface Day {
  /** How the clearing of names stands; the last word while the service does not answer. */
  status: RemovalsStatus | null
  error: AppError | null
  link: LinkState | null
  may: May
}

/** The state of the service and of the removals, read with each tick; the link again while something fails. */
export const useDay = (tick: number): Day => {
  const { value, error } = useRead('removals', tick, () => call('removalsStatus', {}))
  const { link, may } = useRights(error ? tick : 0)
  return { status: value, error, link: link.value, may }
}
