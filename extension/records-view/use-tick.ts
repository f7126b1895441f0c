import { useCallback, useEffect, useState } from 'preact/hooks'

/** Milliseconds between two reads of what the page shows. */
export const pause = 5000

export interface Tick {
  /** Counts the reads; each part of the page reads again when it grows. */
  count: number
  /** Reads at once, after an act. */
  now: () => void
}

/** The page's one timer: it runs while the page is seen, and beats at once when it is seen again. `every` in milliseconds. */
export const useTick = (every: number = pause): Tick => {
  const [count, setCount] = useState(0)
  const now = useCallback(() => setCount((known) => known + 1), [])
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) now()
    }, every)
    const seen = () => {
      if (!document.hidden) now()
    }
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [now, every])
  return { count, now }
}
