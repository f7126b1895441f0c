import type { CandidateListing, OperationOutput, OperationParsed } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import { addDays, addMonths } from '../../shared/calendar.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Wait } from '../batch/lane.ts'
import type { ErpPool } from '../erps/erp-pool.ts'
import type { Erp } from '../erps/erp.ts'
import type { candidateJudge } from './judge.ts'
import type { GeneralReasons } from './general-reasons.ts'
import type { Reading } from './reading.ts'
import { startReading } from './reading.ts'

/** The readings of every ERP, in memory: the last complete one, and the one after it. One at a time runs. */
export interface Listings {
  /** The running one, else the last complete one when it is fresh, else a new one; `again` begins anew. @throws `erp-unknown`, `credentials-missing` */
  start(input: OperationParsed<'candidateStart'>): Promise<CandidateListing>
  /** @throws `listing-unknown` */
  get(id: string): Promise<CandidateListing>
  /** What was read stays readable. @throws `listing-unknown` */
  cancel(id: string): Promise<CandidateListing>
  /** @throws `listing-unknown` */
  page(input: OperationParsed<'candidates'>): Promise<OperationOutput<'candidates'>>
  /** Reads no further page. */
  stop(): void
}

interface ListingsDeps {
  erps: Pick<ErpPool, 'get'>
  judge: ReturnType<typeof candidateJudge>
  general: GeneralReasons
  clock: Clock
  random: Random
  wait: Wait
}

/** As far back as an invoice is of use to anybody: the bureau's limit is 4 years and 11 months. */
const monthsBack = 120
/** A complete reading is given again for so many milliseconds. */
const freshFor = 15 * 60_000

interface Shelf {
  done: Reading | null
  /** The newest one while it is not complete. */
  latest: Reading | null
}

export const listings = ({ erps, judge, general, clock, random, wait }: ListingsDeps): Listings => {
  const shelves = new Map<string, Shelf>()

  const find = (id: string): Reading => {
    for (const { done, latest } of shelves.values())
      for (const reading of [latest, done]) if (reading?.id === id) return reading
    throw new AppError('listing-unknown')
  }
  const view = async (reading: Reading): Promise<CandidateListing> => ({
    ...reading.told(),
    reasons: await general(reading.erpId, reading.told().state),
  })

  const isFresh = (reading: Reading): boolean => {
    const { readAt } = reading.told()
    // A clock that was set back must not make an old one new.
    return readAt !== null && Math.abs(clock() - Date.parse(readAt)) <= freshFor
  }
  /** One of another address or user than the ERP has now is of no use. */
  const usable = ({ done, latest }: Shelf, erp: Erp): Reading | null => {
    if (latest?.erp === erp && latest.told().state === 'reading') return latest
    return done?.erp === erp && isFresh(done) ? done : null
  }

  const keepWhenDone = async (shelf: Shelf, reading: Reading): Promise<void> => {
    await reading.ended
    if (shelf.latest !== reading || reading.told().state !== 'done') return
    shelf.done = reading
    shelf.latest = null
  }
  const begin = (erpId: string, erp: Erp, shelf: Shelf): Reading => {
    shelf.latest?.cancel()
    const day = today(clock)
    const reading = startReading({
      id: Buffer.from(random(12)).toString('base64url'),
      erpId,
      erp,
      between: { from: addMonths(day, -monthsBack), to: addDays(day, -1) },
      clock,
      wait,
    })
    shelf.latest = reading
    void keepWhenDone(shelf, reading)
    return reading
  }

  return {
    start: async ({ erpId, again }) => {
      const erp = await erps.get(erpId)
      const shelf = shelves.get(erpId) ?? { done: null, latest: null }
      shelves.set(erpId, shelf)
      return view((again ? null : usable(shelf, erp)) ?? begin(erpId, erp, shelf))
    },
    get: async (id) => view(find(id)),
    cancel: async (id) => {
      const reading = find(id)
      reading.cancel()
      return view(reading)
    },
    page: async ({ id, from, count }) => {
      const reading = find(id)
      const all = reading.debts()
      const to = from + count
      const candidates = await judge(reading.erpId, all.slice(from, to))
      return { candidates, next: to < all.length ? to : null }
    },
    stop: () => {
      for (const { latest } of shelves.values()) latest?.cancel()
    },
  }
}
