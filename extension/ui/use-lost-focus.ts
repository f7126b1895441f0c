import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Takes the focus when the part appears and what had it is gone, so that a keyboard and a screen reader go on from here. */
export const useLostFocus = (target: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus()
  }, [target])
}
