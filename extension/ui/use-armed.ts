import { useEffect, useState } from 'preact/hooks'

/** So long after it appears a button is off: a second click meant for what stood there before is no act. */
export const armedAfterMs = 600

/** False for a moment after the part has appeared, then true. */
export const useArmed = (): boolean => {
  const [isArmed, setArmed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), armedAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return isArmed
}
