import { useRef, useState } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'

export interface Action<Args extends unknown[]> {
  busy: boolean
  /** Why the last run failed; null before, during and after a success. */
  error: AppError | null
  start: (...args: Args) => void
  clear: () => void
}

/** One thing a person can start. A second press while it runs does nothing (case G49: a double click is one call). */
export const useAction = <Args extends unknown[]>(run: (...args: Args) => Promise<void>): Action<Args> => {
  const running = useRef(false)
  const [state, setState] = useState<{ busy: boolean; error: AppError | null }>({ busy: false, error: null })

  const perform = async (...args: Args) => {
    if (running.current) return
    running.current = true
    setState({ busy: true, error: null })
    try {
      await run(...args)
      setState({ busy: false, error: null })
    } catch (thrown) {
      setState({ busy: false, error: asAppError(thrown) })
    } finally {
      running.current = false
    }
  }

  return {
    ...state,
    start: (...args) => void perform(...args),
    clear: () => {
      setState({ busy: false, error: null })
    },
  }
}
