import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { z } from 'zod'
import { latestOnly } from './latest-only.ts'

export interface Kept<Value> {
  /** Null until it has been read. */
  value: Value | null
  /** Changes it here and in the session memory; before it has been read, nothing happens. */
  change: (next: (known: Value) => Value) => void
}

/**
 * A value in the browser's session memory: it outlives the popup and ends with the browser. What lies there and is not understood, or
 * cannot be read, is `first`.
 */
export const useKept = <Value>(place: string, schema: z.ZodType<Value>, first: Value): Kept<Value> => {
  const value = useRef<Value | null>(null)
  const write = useRef(latestOnly(async (kept: Value) => browser.storage.session.set({ [place]: kept })))
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0)

  useEffect(() => {
    const take = (stored: unknown) => {
      const parsed = schema.safeParse(stored)
      value.current ??= parsed.success ? parsed.data : first
      draw(0)
    }
    browser.storage.session.get(place).then(
      (found) => take(found[place]),
      () => take(undefined),
    )
  }, [place])

  const change = useCallback((next: (known: Value) => Value) => {
    if (value.current === null) return
    value.current = next(value.current)
    write.current(value.current)
    draw(0)
  }, [])

  return { value: value.current, change }
}
