import { useCallback, useEffect, useState } from 'preact/hooks'
import { onRefused } from '../messaging/refusals.ts'
import { send } from '../messaging/send.ts'
import type { LinkState } from '../proxy-link/link-state.ts'

/** Milliseconds between looks while the service is not reachable; a person who starts it need not press anything. */
const lookAgain = 3000

export interface Link {
  /** Null until the first look has answered. */
  state: LinkState | null
  look: () => void
}

/** The state of the way to the service, looked up at once and again until it is ready. */
export const useLink = (): Link => {
  const [state, setState] = useState<LinkState | null>(null)
  const [looks, setLooks] = useState(0)
  const look = useCallback(() => {
    setLooks((count) => count + 1)
  }, [])

  useEffect(() => {
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const found = await send('link-state', {}).catch((): null => null)
      if (!isCurrent) return
      if (found) setState(found)
      if (found?.state !== 'ready') timer = setTimeout(look, lookAgain)
    }
    void ask()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [looks, look])
  // An administrator has taken a right away: what is offered follows
  useEffect(() => onRefused(look), [look])

  return { state, look }
}
