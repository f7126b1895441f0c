import type { RunProgress } from './runner.ts'

/** Over so many milliseconds the rate is taken. */
const span = 30_000
/** Before so many have passed nothing is said of it. */
const least = 2_000

/** A run so far; monotonic milliseconds. */
export interface RunCourse {
  startedAt: number
  /** When items came to their ends; of the last half minute at least. */
  ends: readonly number[]
  /** Items that have not come to an end. */
  left: number
}

/** What of the ends still counts for the rate. */
export const recentEnds = (ends: readonly number[], now: number): number[] =>
  ends.filter((at) => now - at < span)

/** The rate, and the time left at that rate; null where nothing can be said yet. */
export const progressOf = (
  { startedAt, ends, left }: RunCourse,
  now: number,
): Pick<RunProgress, 'perThousandSeconds' | 'secondsLeft'> => {
  const passed = now - startedAt
  const recent = recentEnds(ends, now).length
  if (passed < least || recent === 0) return { perThousandSeconds: null, secondsLeft: null }
  const perThousandSeconds = Math.max(1, Math.round((recent * 1_000_000) / Math.min(span, passed)))
  return { perThousandSeconds, secondsLeft: Math.ceil((left * 1000) / perThousandSeconds) }
}
