import { AppError } from '../../shared/errors.ts'
import { thinArchives } from './archive.ts'
import { hasDaily, makeBackup } from './backup.ts'
import type { Compactor } from './compactor.ts'
import { createCompactor } from './compactor.ts'
import { inTurn } from './in-turn.ts'
import type { Journal } from './journal.ts'
import { openJournal } from './journal.ts'
import { loadStore } from './load-store.ts'
import type { Place } from './place.ts'
import { writeReach } from './reach.ts'
import type { Reserve } from './reserve.ts'
import { openReserve } from './reserve.ts'
import { secondPlace } from './second-place.ts'
import { readSegmentHead } from './segment-head.ts'
import type { Change, Store, StoreStatus } from './store.ts'
import type { Tables } from './tables.ts'
import { applyChanges } from './tables.ts'
import { asWriteFailure } from './write-failure.ts'

export interface DiskStoreOptions extends Place {
  /** There was a store here before: then nothing may be missing (case G81). */
  isKnown: boolean
  /** Bytes of the journal from which a new snapshot is made. */
  compactFrom?: number
  /** A folder on another disk to which each day's copy goes as well. */
  secondPlace?: string
}

const usualCompactFrom = 16 * 1024 * 1024
const dayMs = 86_400_000
/** As long as the daily backups: what was erased is not to outlive its time in the archives by more. */
const thinAfterDays = 14

/** What stands behind a store that is loaded. */
interface Parts {
  tables: Tables
  journal: Journal
  reserve: Reserve
  compactor: Compactor
  inDoubt: boolean
  isRepaired: boolean
  /** The archives in which nothing is left to be taken out. */
  thin: Set<number>
}

const touchesAnswers = (changes: readonly Change[]): boolean =>
  changes.some(({ collection }) => collection === 'answers')

const loadParts = async (place: Place, isKnown: boolean): Promise<Parts> => {
  const { tables, segment, answers, inDoubt, isRepaired } = await loadStore(place, isKnown)
  const reserve = await openReserve(place)
  const prepare = (texts: readonly string[]) => {
    const commits = texts.map((text) => JSON.parse(text) as Change[])
    return () => {
      if (commits.some(touchesAnswers)) compactor.answersChanged()
      for (const changes of commits) applyChanges(tables, changes)
    }
  }
  const journal = await openJournal({ place, segment, reserve, inDoubt, prepare })
  const compactor = createCompactor({ place, tables, journal, inDoubt, answers })
  try {
    // Without a snapshot the next start would have to make good the same damage again.
    if (isRepaired) await compactor.compact()
  } catch (thrown) {
    await journal.close().catch(() => {})
    throw thrown
  }
  return { tables, journal, reserve, compactor, inDoubt, isRepaired, thin: new Set() }
}

/** The day's backup, and what has to be forgotten in journal and archives: a quiet service would keep its journal for years. */
const daily = async (place: Place, { compactor, journal, thin }: Parts): Promise<void> => {
  if (await hasDaily(place)) return
  await makeBackup(place, 'daily', await compactor.copy())
  await thinArchives(place, new Date(place.clock() - thinAfterDays * dayMs).toISOString(), thin)
  const begun = await readSegmentHead(place, journal.segment.after).then(
    ({ at }) => Date.parse(at),
    () => place.clock(),
  )
  if (place.clock() - begun >= dayMs && journal.segment.lines > 0) await compactor.compact()
}

const statusOf = ({ inDoubt, isRepaired, reserve }: Parts): StoreStatus => {
  if (inDoubt) return { isReadOnly: true, reason: 'store-read-only' }
  if (reserve.isGone()) return { isReadOnly: false, reason: 'disk-full' }
  return { isReadOnly: false, reason: isRepaired ? 'store-repaired' : null }
}

/**
 * The store on disk: everything in memory, each commit one line of the journal, and a snapshot from time to time so that a start has
 * little to replay. A commit costs what it changes, however much is kept.
 */
export const diskStore = (options: DiskStoreOptions): Store => {
  const { isKnown, compactFrom = usualCompactFrom, secondPlace: second, ...place } = options
  const copies = second === undefined ? null : secondPlace(place, second)
  const care = inTurn()
  let parts: Parts | null = null
  let isClosed = false
  let reachNoted = -1
  /** The snapshot that is being made while commits go on. */
  let compacting: Promise<void> | null = null
  let compactFailure: unknown = null

  const loaded = (): Parts => {
    if (!parts) throw new AppError('store-unreadable')
    return parts
  }

  const compactWhenLong = ({ journal, compactor }: Parts): void => {
    if (compacting || compactFailure || journal.segment.length < compactFrom) return
    compacting = compactor
      .compact()
      // Nothing is lost by it: the journal goes on. The next `maintain` tries again and tells.
      .catch((thrown: unknown) => void (compactFailure = thrown))
      .finally(() => void (compacting = null))
  }

  const noteReach = async ({ journal }: Parts): Promise<void> => {
    const { last } = journal.segment
    if (last.seq === reachNoted) return
    await writeReach(place, last)
    reachNoted = last.seq
  }

  const maintain = async (): Promise<void> => {
    if (isClosed) return
    const all = loaded()
    await compacting
    if (all.reserve.isGone()) await all.reserve.renew()
    if (compactFailure) {
      compactFailure = null
      await all.compactor.compact()
    }
    await noteReach(all)
    await daily(place, all)
    // A share that hangs is to hold up nothing here, not even the end.
    void copies?.bring()
  }

  const close = async (): Promise<void> => {
    if (isClosed || !parts) return
    isClosed = true
    const { journal, compactor } = parts
    await compacting
    // The end is no place to fail: whatever is not done here is done by the next start.
    if (journal.segment.lines > 0) await compactor.compact().catch(() => {})
    await noteReach(parts).catch(() => {})
    await journal.close()
  }

  return {
    load: async () => {
      parts = await loadParts(place, isKnown)
    },
    commit: async (changes, { outcome = false } = {}) => {
      const all = loaded()
      if (isClosed) throw new AppError('store-write-failed', { retry: 'safe' })
      if (changes.length === 0) return
      await all.journal.append(JSON.stringify(changes), outcome)
      compactWhenLong(all)
    },
    query: async (collection, match = {}) => loaded().tables[collection].select(match) as never,
    status: () => {
      const status = statusOf(loaded())
      return status.reason === null && copies?.isFailing()
        ? { ...status, reason: 'copies-unreachable' }
        : status
    },
    maintain: () =>
      care(maintain).catch((thrown: unknown) => {
        throw asWriteFailure(thrown)
      }),
    close: () => care(close),
  }
}
