import { useEffect, useState } from 'preact/hooks'
import type { Clock } from '../../shared/clock.ts'

/** Whole seconds since `since` (Unix milliseconds), counted on while the part is shown. */
export const useElapsedSeconds = (since: number, clock: Clock): number => {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(clock())
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [clock])
  return Math.max(0, Math.floor((now - since) / 1000))
}
