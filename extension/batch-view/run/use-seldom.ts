import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * A text that changes often, told seldom: the newest at most once in `pause` milliseconds, so that a screen reader can finish what it
 * says. The first one is told at once.
 */
export const useSeldom = (text: string, pause: number): string => {
  const [told, setTold] = useState(text)
  const newest = useRef(text)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  newest.current = text

  useEffect(() => {
    if (text === told || timer.current !== null) return
    timer.current = setTimeout(() => {
      timer.current = null
      setTold(newest.current)
    }, pause)
  }, [text, told, pause])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return told
}
