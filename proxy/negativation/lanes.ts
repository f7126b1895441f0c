import type { Clock } from '../../shared/clock.ts'
import type { Breaker } from './breaker.ts'
import { breaker } from './breaker.ts'
import type { Heap } from './heap.ts'
import { heap } from './heap.ts'

/** Where a record stands in the queue. */
export interface Place {
  /** The integration: what one platform's account holds up does not hold up another. */
  lane: string
  /** Unix milliseconds; nothing is done before. */
  at: number
  /** Among those that are due the smallest goes first. */
  rank: string
}

/** What a run says of the platform: it answered, it failed, or it was not asked. */
export type RunEnd = 'answered' | 'failed' | 'not-asked'

export interface Lanes {
  /** Puts a record into the queue, or moves it; during its own run the place counts afterwards. */
  put(id: string, place: Place): void
  drop(id: string): void
  /** Starts what is due, as far as the limits allow. Costs nothing when nothing is due. */
  tick(): void
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
  stop(): void
}

interface LanesDeps {
  clock: Clock
  /** At most so many at a time in one lane. */
  concurrency: number
  /** The longest wait that makes sense: a place further off than this comes from a clock that was set back (case G75). */
  horizon: number
  /** Between two probes of a platform that is down; milliseconds. */
  probeEvery: number
  /** One act for one record. Must not throw. */
  run: (id: string) => Promise<RunEnd>
}

interface Entry extends Place {
  id: string
}

interface Lane {
  ready: Heap<Entry>
  running: number
  breaker: Breaker
}

/**
 * Records that wait for their moment, and the acts that are under way: one per record, a few per lane, the most urgent first.
 * An entry in a heap counts only while it is still the record's place; moving one leaves the old entry behind to be thrown away.
 */
export const lanesOf = ({ clock, concurrency, horizon, probeEvery, run }: LanesDeps): Lanes => {
  const places = new Map<string, Entry>()
  const running = new Set<string>()
  const underWay = new Set<Promise<void>>()
  const lanes = new Map<string, Lane>()
  let waiting = heap<Entry>((one, other) => one.at < other.at)
  let lastNow = clock()
  let isStopped = false

  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? {
      ready: heap<Entry>((one, other) => one.rank < other.rank),
      running: 0,
      breaker: breaker(probeEvery),
    }
    lanes.set(name, lane)
    return lane
  }

  const start = (lane: Lane, { id }: Entry): void => {
    places.delete(id)
    running.add(id)
    lane.running += 1
    const act = async (): Promise<void> => {
      const end = await run(id)
      if (end === 'answered') lane.breaker.succeeded()
      if (end === 'failed') lane.breaker.failed(clock())
      running.delete(id)
      lane.running -= 1
      const next = places.get(id)
      if (next) waiting.push(next)
    }
    const task: Promise<void> = act().finally(() => {
      underWay.delete(task)
      pump()
    })
    underWay.add(task)
  }

  const fill = (lane: Lane): void => {
    while (lane.running < concurrency) {
      const next = lane.ready.peek()
      if (!next || isStopped) return
      const isGone = places.get(next.id) !== next
      if (!isGone && !lane.breaker.allows(clock())) return
      lane.ready.pop()
      if (!isGone) start(lane, next)
    }
  }

  /** The clock went back: what was put off by the time that was wrong is brought near again. */
  const bringNear = (now: number): void => {
    const next = heap<Entry>((one, other) => one.at < other.at)
    for (const entry of places.values()) {
      entry.at = Math.min(entry.at, now + horizon)
      if (!running.has(entry.id)) next.push(entry)
    }
    waiting = next
  }

  const pump = (): void => {
    const now = clock()
    if (now < lastNow) bringNear(now)
    lastNow = now
    for (let next = waiting.peek(); next && next.at <= now; next = waiting.peek()) {
      waiting.pop()
      if (places.get(next.id) === next) laneOf(next.lane).ready.push(next)
    }
    for (const lane of lanes.values()) fill(lane)
  }

  return {
    put: (id, place) => {
      const entry = { ...place, id, at: Math.min(place.at, clock() + horizon) }
      places.set(id, entry)
      if (!running.has(id)) waiting.push(entry)
    },
    drop: (id) => void places.delete(id),
    tick: pump,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => {
      isStopped = true
    },
  }
}
