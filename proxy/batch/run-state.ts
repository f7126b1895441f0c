import type { Clock } from '../../shared/clock.ts'
import type { GoingItem, ReadyItem } from './attempt.ts'
import { progressOf, recentEnds } from './progress.ts'
import { runQueue } from './run-queue.ts'
import type { RunQueue } from './run-queue.ts'
import type { RunProgress } from './runner.ts'
import { noStreaks } from './stop-rules.ts'
import type { Streaks, Verdict } from './stop-rules.ts'

/** What one run of a batch knows; monotonic milliseconds. */
export interface RunState {
  /** Aborted when the run takes no further item. */
  halting: AbortController
  queue: RunQueue
  /** Being made ready, or ready, in the order in which they leave. */
  line: { item: GoingItem; prepared: Promise<ReadyItem | Verdict> }[]
  underWay: Set<Promise<void>>
  streaks: Streaks
  /** A platform asked for it. */
  waitUntil: number
  startedAt: number
  /** When items came to their ends, as far back as the rate looks. */
  ends: readonly number[]
}

export const newRunState = (): RunState => ({
  halting: new AbortController(),
  queue: runQueue(),
  line: [],
  underWay: new Set(),
  streaks: noStreaks,
  waitUntil: -Infinity,
  startedAt: 0,
  ends: [],
})

export const noteEnd = (state: RunState, now: number): void => {
  state.ends = [...recentEnds(state.ends, now), now]
}

/** Nobody knows how a run gets on that takes no further item. */
export const noProgress: RunProgress = { perThousandSeconds: null, secondsLeft: null, waitingUntil: null }

export const runProgress = (
  { halting, queue, line, underWay, waitUntil, startedAt, ends }: RunState,
  { clock, elapsed }: { clock: Clock; elapsed: () => number },
): RunProgress => {
  if (halting.signal.aborted) return noProgress
  const now = elapsed()
  const left = queue.size + line.length + underWay.size
  const waitingUntil = waitUntil > now ? new Date(clock() + waitUntil - now).toISOString() : null
  return { ...progressOf({ startedAt, ends, left }, now), waitingUntil }
}
