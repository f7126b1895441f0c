import { useEffect, useRef, useState } from 'preact/hooks'
import type { Scope } from '../../shared/api.ts'
import { onRefused } from '../messaging/refusals.ts'
import { send } from '../messaging/send.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import { useTick } from '../records-view/use-tick.ts'
import type { Reading } from '../ui/use-read.ts'
import { useRead } from '../ui/use-read.ts'
import type { May } from './rights-context.ts'

/** Milliseconds between two looks at what this browser may do. */
export const rightsPause = 60_000

export interface Rights {
  /** How this browser stands with the service. */
  link: Reading<LinkState>
  may: May
}

/** The last word about the rights holds while the service does not answer. */
const useScopes = (link: LinkState | null): readonly Scope[] | null => {
  const known = useRef<readonly Scope[] | null>(null)
  if (link?.state === 'ready') known.current = link.status.client.scopes
  if (link?.state === 'not-paired') known.current = null
  return known.current
}

/** Counts what the service has refused for want of a right since the page was opened. */
export const useRefusals = (): number => {
  const [count, setCount] = useState(0)
  useEffect(() => onRefused(() => setCount((known) => known + 1)), [])
  return count
}

/**
 * What this browser may do: read at first, with each of the caller's ticks, when the page is seen again, seldom between, and as soon
 * as the service has refused something. While it is not known, everything is offered and the service decides.
 */
export const useRights = (tick = 0): Rights => {
  const { count } = useTick(rightsPause)
  const refusals = useRefusals()
  const link = useRead('link', tick + count + refusals, () => send('link-state', {}))
  const scopes = useScopes(link.value)
  return { link, may: (scope) => scopes?.includes(scope) ?? true }
}
