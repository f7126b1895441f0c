import { setImmediate as breath } from 'node:timers/promises'
import type { DayTally } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import { addDays } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Ledger } from '../negativation/ledger.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import { inTurn } from '../store/in-turn.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { dayMarks } from './day-marks.ts'
import type { DayMarks } from './day-marks.ts'

/** Longer than from the start of yesterday until now. Milliseconds. */
const recent = 72 * 3_600_000
/** When nobody asks for long, so many changed records are remembered at most; then what is recent is read anew. */
const mostWaiting = 10_000
/** The service goes on answering after so many records. */
const atOnce = 200

interface Days {
  today: DayTally
  yesterday: DayTally
}

/** How many debts were included and cleared, and what failed, today and yesterday. Real ones: a test registers nobody. */
export interface DayTallies {
  read(): Promise<Days>
}

interface DayTalliesDeps {
  store: Pick<Store, 'query'>
  ledger: Pick<Ledger, 'watch' | 'watchErased'>
  index: Pick<RecordIndex, 'ordered'>
  clock: Clock
  /** Default: 10 000. */
  most?: number
}

type Marked = DayMarks & { isBatch: boolean }

const emptyTally = (date: CalendarDate): DayTally => ({
  date,
  included: { single: 0, batch: 0 },
  cleared: 0,
  refused: 0,
  unknown: 0,
  removalsFailed: 0,
})

const count = (tally: DayTally, marks: Marked, change: 1 | -1): void => {
  if (marks.included) tally.included[marks.isBatch ? 'batch' : 'single'] += change
  if (marks.cleared) tally.cleared += change
  if (marks.refused) tally.refused += change
  if (marks.unknown) tally.unknown += change
  if (marks.removalFailed) tally.removalsFailed += change
}

/**
 * Counts from the records' histories, so that a restart changes no number. The first question reads what changed lately, a further one
 * only what has changed since the last.
 */
export const dayTallies = (deps: DayTalliesDeps): DayTallies => {
  const { store, ledger, index, clock, most = mostWaiting } = deps
  const turn = inTurn()
  const marks = new Map<string, ReadonlyMap<CalendarDate, Marked>>()
  const tallies = new Map<CalendarDate, DayTally>()
  /** Records that have changed since the last question; null: everything recent is to be read. */
  let waiting: Set<string> | null = null
  let since: CalendarDate | null = null

  ledger.watch(({ id, changedAt }) => {
    if (waiting === null || Date.parse(changedAt) < clock() - recent) return
    waiting.add(id)
    if (waiting.size > most) waiting = null
  })

  ledger.watchErased((id) => void waiting?.add(id))

  const tallyOf = (date: CalendarDate): DayTally => {
    const tally = tallies.get(date) ?? emptyTally(date)
    tallies.set(date, tally)
    return tally
  }

  const isOfBatch = async ({ confirmKey }: NegativationRecord): Promise<boolean> =>
    confirmKey !== null && (await store.query('batchItems', { key: confirmKey })).length > 0

  const marked = async (id: string, from: CalendarDate): Promise<Map<CalendarDate, Marked>> => {
    const [record] = await store.query('negativations', { id })
    if (record?.environment !== 'production') return new Map()
    const days = [...dayMarks(await store.query('history', { negativationId: id }), from)]
    const isBatch = days.some(([, { included }]) => included) && (await isOfBatch(record))
    return new Map(days.map(([date, day]) => [date, { ...day, isBatch }]))
  }

  const update = async (id: string, from: CalendarDate): Promise<void> => {
    const fresh = await marked(id, from)
    for (const [date, day] of marks.get(id) ?? []) if (date >= from) count(tallyOf(date), day, -1)
    for (const [date, day] of fresh) count(tallyOf(date), day, 1)
    if (fresh.size > 0) marks.set(id, fresh)
    else marks.delete(id)
  }

  const begin = async (): Promise<void> => {
    marks.clear()
    tallies.clear()
    const ids = new Set<string>()
    waiting = ids
    for (const { id, changedAt } of await index.ordered('changed')) {
      if (changedAt < clock() - recent) break
      ids.add(id)
    }
  }

  /** Forgets the days before. */
  const leaveBehind = (from: CalendarDate): void => {
    for (const date of tallies.keys()) if (date < from) tallies.delete(date)
    for (const [id, days] of marks) if ([...days.keys()].every((date) => date < from)) marks.delete(id)
  }

  const catchUp = async (from: CalendarDate): Promise<void> => {
    // A clock that was set back asks for days that were left behind (case G75).
    if (waiting === null || (since !== null && from < since)) await begin()
    else if (from !== since) leaveBehind(from)
    since = from
    const ids = [...(waiting ?? [])]
    waiting?.clear()
    for (const [place, id] of ids.entries()) {
      await update(id, from)
      if (place % atOnce === atOnce - 1) await breath()
    }
  }

  return {
    read: () =>
      turn(async () => {
        const date = dateAt(clock())
        const before = addDays(date, -1)
        try {
          await catchUp(before)
        } catch (thrown) {
          waiting = null
          throw thrown
        }
        return { today: structuredClone(tallyOf(date)), yesterday: structuredClone(tallyOf(before)) }
      }),
  }
}
