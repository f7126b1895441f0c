import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'

export interface Reading<Value> {
  /** The newest answer; it stays while a later read fails. */
  value: Value | null
  /** Why the last read failed. */
  error: AppError | null
}

interface Held<Value> extends Reading<Value> {
  of: string
}

/**
 * Reads something of the service again with each tick. `of` names what is read: the answer for one left behind is dropped.
 * One read at a time; an equal answer keeps the old value, so that nothing is drawn again.
 */
export const useRead = <Value>(of: string, tick: number, read: () => Promise<Value>): Reading<Value> => {
  const [held, setHeld] = useState<Held<Value>>({ of, value: null, error: null })
  const running = useRef<string | null>(null)
  const current = useRef(of)
  current.current = of

  useEffect(() => {
    if (running.current === of) return
    running.current = of
    const keep = (news: (known: Value | null) => Reading<Value>) => {
      if (running.current === of) running.current = null
      if (current.current !== of) return
      setHeld((known) => {
        const mine = known.of === of ? known.value : null
        const next = news(mine)
        return known.of === of && next.value === known.value && next.error === known.error
          ? known
          : { of, ...next }
      })
    }
    read().then(
      (value) => keep((known) => ({ value: isEqual(known, value) ? known : value, error: null })),
      (thrown: unknown) => keep((known) => ({ value: known, error: asAppError(thrown) })),
    )
    // `read` is new on each render; what is read is named by `of`, when by `tick`
  }, [of, tick])

  return held.of === of ? held : { value: null, error: null }
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
