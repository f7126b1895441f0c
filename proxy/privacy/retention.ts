import type { NegativationState, Policy } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { addDays, addMonths } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { readPolicy } from '../policy/policy.ts'
import type { BatchRecord, NegativationRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'
import { restOfRecord, wholeQuery } from './erased.ts'

/** The states that end a record; a live one is in none of them and never touched. */
const ended = ['removed', 'rejected', 'not-included', 'cancelled'] as const satisfies NegativationState[]

/** So many records, queries or items are erased in one run; the rest waits for the next one. */
const usualMost = 500

/** Nobody lets the service rest for longer; a clock that jumps further is taken for wrong, and has a day to be put right (case G75). */
const longestRest = 40 * 86_400_000

interface RetentionDeps {
  store: Store
  ledger: Pick<Ledger, 'erase'>
  clock: Clock
  most?: number
}

/** What has ended before these days is erased. */
interface Limits {
  records: CalendarDate
  drafts: CalendarDate
}

/** Something to be erased in one commit, and how many of `most` it is. */
interface Piece {
  size: number
  erase: () => Promise<void>
}

const limitsOf = (day: CalendarDate, { recordMonths, draftDays }: Policy): Limits => ({
  records: addMonths(day, -recordMonths),
  drafts: addDays(day, -draftDays),
})

/** By the day in UTC, which is never before the business day: nothing goes too early, and no zone is asked for every row. */
const isBefore = (instant: string, limit: CalendarDate): boolean => instant.slice(0, 10) < limit

const isOld = ({ state, changedAt }: NegativationRecord, { records, drafts }: Limits): boolean =>
  ended.some((each) => each === state) && isBefore(changedAt, state === 'cancelled' ? drafts : records)

/** One that was given up before anybody confirmed it is a draft; another one is a record of what was done. */
const isOldBatch = ({ endedAt, confirmation }: BatchRecord, { records, drafts }: Limits): boolean =>
  endedAt !== null && isBefore(endedAt, confirmation ? records : drafts)

/**
 * Erases once a day what is older than the policy allows: ended records with history, tasks and links, batches that were given up or have
 * ended, rows of queries, proofs whose time is over, and the trails of acts, exports and erasures. A bounded number per run, each piece in a
 * commit of its own: whatever ends the process in between, a later run goes on. @throws what the store throws
 */
export const retention = ({ store, ledger, clock, most = usualMost }: RetentionDeps) => {
  let doneOn: CalendarDate | null = null

  const oldRecords = async (limits: Limits): Promise<Piece[]> => {
    const found: Piece[] = []
    for (const state of ended)
      for (const record of await store.query('negativations', { state })) {
        if (!isOld(record, limits)) continue
        // Somebody still has to decide about it.
        if ((await store.query('tasks', { negativationId: record.id, isOpen: true })).length > 0) continue
        found.push({
          size: 1,
          erase: () =>
            ledger.erase([record.id], async ([newest]) =>
              newest && isOld(newest, limits) ? restOfRecord(store, newest) : null,
            ),
        })
      }
    return found
  }
  const pieceOf = (changes: readonly Change[]): Piece => ({
    size: changes.length,
    erase: () => store.commit(changes),
  })
  const oldBatches = async (limits: Limits): Promise<Piece[]> => {
    const old = (await store.query('batches')).filter((batch) => isOldBatch(batch, limits))
    return Promise.all(
      old.map(async ({ id }) => {
        const items = await store.query('batchItems', { batchId: id })
        return pieceOf([
          { collection: 'batches', id, value: null },
          ...items.map((item): Change => ({ collection: 'batchItems', id: item.id, value: null })),
        ])
      }),
    )
  }
  const oldRows = async (day: CalendarDate, limits: Limits): Promise<Piece[]> => {
    const queries = (await store.query('queries')).filter(
      ({ state, endedAt, startedAt }) =>
        state !== 'running' && isBefore(endedAt ?? startedAt, limits.records),
    )
    const proofs = (await store.query('proofs')).filter(({ until }) => until < day)
    const privacyActs = (await store.query('privacyActs')).filter(({ at }) => isBefore(at, limits.records))
    const acts = (await store.query('acts')).filter(({ at }) => isBefore(at, limits.records))
    return [
      ...queries.map(({ id }) => pieceOf(wholeQuery(id))),
      ...proofs.map(({ id }) => pieceOf([{ collection: 'proofs', id, value: null }])),
      ...privacyActs.map(({ id }) => pieceOf([{ collection: 'privacyActs', id, value: null }])),
      ...acts.map(({ id }) => pieceOf([{ collection: 'acts', id, value: null }])),
    ]
  }

  const hasJumped = async (): Promise<boolean> => {
    const [beat] = await store.query('heartbeats', { id: 'heartbeat' })
    return beat !== undefined && clock() - Date.parse(beat.at) > longestRest
  }

  return async (): Promise<void> => {
    const day = today(clock)
    // Forgetting can wait for space; what clears a name cannot (case G84).
    if (doneOn === day || store.status().reason === 'disk-full') return
    if (await hasJumped()) {
      doneOn = day
      return
    }
    const limits = limitsOf(day, await readPolicy(store))
    const pieces = [
      ...(await oldRecords(limits)),
      ...(await oldBatches(limits)),
      ...(await oldRows(day, limits)),
    ]
    let erased = 0
    for (const { size, erase } of pieces) {
      if (erased >= most) return
      erased += size
      await erase()
    }
    doneOn = day
  }
}
