import { inTurn } from '../store/in-turn.ts'
import type { InTurn } from '../store/in-turn.ts'

/** Resolves after so many milliseconds, at once when the signal says so; never rejects. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

export interface LaneLimits {
  /** Inclusions under way at once, for each integration. */
  atOnce: number
  /** Inclusions begun in a minute, for each integration. */
  perMinute: number
}

/** The places from which batches send; each integration has its own, so that what one account holds up does not hold up another. */
export interface Lanes {
  /**
   * Resolves with what gives the place back, or with null once the signal says so. Whoever asked first goes first: batches that ask
   * for one place at a time take turns.
   */
  enter(integrationId: string, signal: AbortSignal): Promise<(() => void) | null>
}

interface Lane {
  inTurn: InTurn
  underWay: number
  /** When the last one would have begun had all begun evenly; never earlier than it did. */
  evenAt: number
  /** Aborted when a place becomes free. */
  freed: AbortController
}

export interface LanesDeps {
  /** Asked for each place, so that a change is followed. */
  limits: () => Promise<LaneLimits>
  /** Monotonic milliseconds. */
  elapsed: () => number
  wait: Wait
}

const minute = 60_000
/** At least so often a waiting place looks whether the limits have changed; milliseconds. */
const lookAgain = 1_000

/**
 * How far apart they begin when all begin evenly, and how many may begin together: one for each at once, where there are many a minute.
 * Even so never more than `perMinute` begin within any minute.
 */
const evenly = (atOnce: number, perMinute: number): { spacing: number; burst: number } => {
  const burst = Math.max(1, Math.min(atOnce, Math.floor(perMinute / 10)))
  return { spacing: Math.ceil(minute / (perMinute - burst + 1)), burst }
}

export const createLanes = ({ limits, elapsed, wait }: LanesDeps): Lanes => {
  const lanes = new Map<string, Lane>()

  const laneOf = (integrationId: string): Lane => {
    const lane = lanes.get(integrationId) ?? {
      inTurn: inTurn(),
      underWay: 0,
      evenAt: -Infinity,
      freed: new AbortController(),
    }
    lanes.set(integrationId, lane)
    return lane
  }

  const leaving = (lane: Lane): (() => void) => {
    let isInside = true
    return () => {
      if (!isInside) return
      isInside = false
      lane.underWay -= 1
      lane.freed.abort()
      lane.freed = new AbortController()
    }
  }

  const begin = (lane: Lane, signal: AbortSignal) => async (): Promise<(() => void) | null> => {
    while (!signal.aborted) {
      const { atOnce, perMinute } = await limits()
      const { spacing, burst } = evenly(atOnce, perMinute)
      const rest = lane.evenAt + (2 - burst) * spacing - elapsed()
      if (lane.underWay >= atOnce) await wait(lookAgain, AbortSignal.any([signal, lane.freed.signal]))
      else if (rest > 0) await wait(Math.min(rest, lookAgain), signal)
      else {
        lane.underWay += 1
        lane.evenAt = Math.max(lane.evenAt + spacing, elapsed())
        return leaving(lane)
      }
    }
    return null
  }

  return {
    enter: async (integrationId, signal) => {
      if (signal.aborted) return null
      const lane = laneOf(integrationId)
      const gaveUp = Promise.withResolvers<null>()
      const onAbort = (): void => gaveUp.resolve(null)
      signal.addEventListener('abort', onAbort)
      const place = lane.inTurn(begin(lane, signal))
      // Whoever gives up does not wait for those before him.
      const given = await Promise.race([place, gaveUp.promise])
      signal.removeEventListener('abort', onAbort)
      if (given === null) void place.then((leave) => leave?.())
      return given
    },
  }
}
