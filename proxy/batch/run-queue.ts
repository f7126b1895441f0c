import { heap } from '../negativation/heap.ts'
import type { GoingItem } from './attempt.ts'

/** The items of a run that wait: those with fewer tries first, then in the order of the selection. */
export interface RunQueue {
  /** `at`: not before; monotonic milliseconds. */
  put(item: GoingItem, at?: number): void
  /** The next one; null while none is due. */
  take(now: number): GoingItem | null
  /** Milliseconds until the next one is due; null when none waits. */
  dueIn(now: number): number | null
  readonly size: number
}

export const runQueue = (): RunQueue => {
  const items = heap<{ item: GoingItem; at: number }>((one, other) =>
    one.item.tries === other.item.tries
      ? one.item.position < other.item.position
      : one.item.tries < other.item.tries,
  )
  let size = 0
  return {
    put: (item, at = -Infinity) => {
      items.push({ item, at })
      size += 1
    },
    take: (now) => {
      const next = items.peek()
      if (!next || next.at > now) return null
      items.pop()
      size -= 1
      return next.item
    },
    dueIn: (now) => {
      const next = items.peek()
      return next ? Math.max(0, next.at - now) : null
    },
    get size() {
      return size
    },
  }
}
