import { setImmediate as breath } from 'node:timers/promises'
import { negativationStates } from '../../shared/api.ts'
import type { AuditKind } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Document } from '../../shared/document.ts'
import { parseDocument } from '../../shared/document.ts'
import { sortedList } from '../negativation/sorted-list.ts'
import type { SortedList } from '../negativation/sorted-list.ts'
import type { BatchItemRecord } from '../store/records.ts'
import type { Change, Collection } from '../store/store.ts'
import type { ToldStore } from '../store/told-store.ts'
import { comparePlaces, marksOf, sources } from './marks.ts'
import type { Mark, Source } from './marks.ts'

/** The entries of one business day. */
export interface TrailDay {
  date: CalendarDate
  /** Oldest first. */
  marks: SortedList<Mark>
  /** How many entries everybody has. */
  actors: Map<string, number>
  /** How many entries are of a kind. */
  kinds: Map<AuditKind, number>
}

/** Where every entry of the trail stands, in memory: a page costs what it shows and the days that it passes over. */
export interface TrailIndex {
  /** The days of a period that have entries, newest first; a live view, to be read before the next `await`. */
  days(from: CalendarDate, to: CalendarDate): Promise<readonly TrailDay[]>
  /** The ids of all records and batches that are about a document. */
  about(document: Document): Promise<string[]>
}

/** The service goes on answering after so many records. */
const atOnce = 200

/** The two business days of a day of UTC, and the hour at which the second begins. */
const bordersOf = (day: string) => {
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
  const dateIn = (hour: string): CalendarDate => dateAt(`${day}T${hour}:00:00.000Z`)
  const first = dateIn('00')
  const from = hours.find((hour) => dateIn(hour) !== first) ?? '24'
  return { first, second: from === '24' ? first : dateIn(from), from }
}

/**
 * The business day of an instant. The zone is asked a few times for each day of UTC, in which a business day ends at a full hour: for
 * every entry it would cost more than all the rest (case G78).
 */
const datesOf = () => {
  const known = new Map<string, { first: CalendarDate; second: CalendarDate; from: string }>()
  return (at: string): CalendarDate => {
    const day = at.slice(0, 10)
    const borders = known.get(day) ?? bordersOf(day)
    known.set(day, borders)
    return at.slice(11, 13) < borders.from ? borders.first : borders.second
  }
}

const documentOf = ({ shown, document }: BatchItemRecord): Document | null =>
  shown?.debtor.document ?? parseDocument(document)

const isSame = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length &&
  one.every((mark, place) => comparePlaces(mark, other[place]!) === 0 && mark.actor === other[place]!.actor)

const put = (collection: Collection, value: { id: string }): Change =>
  ({ collection, id: value.id, value }) as Change

const isSource = (collection: Collection): collection is Source =>
  sources.some((source) => source === collection)

const followDocument = (documents: Map<string, Document>, id: string, document: Document | null): void => {
  if (document) documents.set(id, document)
  else documents.delete(id)
}

const dayWith = (date: CalendarDate, marks: readonly Mark[]): TrailDay => ({
  date,
  marks: sortedList(marks, comparePlaces),
  actors: new Map(),
  kinds: new Map(),
})

const countIn = <Key>(times: Map<Key, number>, key: Key, change: 1 | -1): void => {
  const next = (times.get(key) ?? 0) + change
  if (next > 0) times.set(key, next)
  else times.delete(key)
}

const count = ({ actors, kinds }: TrailDay, { actor, kind }: Mark, change: 1 | -1): void => {
  countIn(actors, actor, change)
  countIn(kinds, kind, change)
}

/** What is in memory: built from whole records, then kept up with each commit. */
const heldMarks = () => {
  const dateOf = datesOf()
  const days = new Map<CalendarDate, TrailDay>()
  /** Most records have one entry, and a list for each would weigh more than it. */
  const known = new Map(sources.map((source) => [source, new Map<string, Mark | Mark[]>()]))
  const records = new Map<string, Document>()
  /** By the item's id, which begins with that of its batch. */
  const items = new Map<string, Document>()
  /** Until everything is read the lists are not in order. */
  let unsorted: Map<CalendarDate, Mark[]> | null = new Map()

  const dayOf = (date: CalendarDate): TrailDay => {
    const day = days.get(date) ?? dayWith(date, [])
    days.set(date, day)
    return day
  }
  const add = (mark: Mark): void => {
    const date = dateOf(mark.at)
    if (unsorted) {
      const list = unsorted.get(date)
      if (list) list.push(mark)
      else unsorted.set(date, [mark])
      return
    }
    const day = dayOf(date)
    day.marks.add(mark)
    count(day, mark, 1)
  }
  const remove = (mark: Mark): void => {
    const day = dayOf(dateOf(mark.at))
    day.marks.remove(mark)
    count(day, mark, -1)
    if (day.marks.items.length === 0) days.delete(day.date)
  }

  const followMarks = (change: Change, source: Source): void => {
    const { id } = change
    const ofSource = known.get(source)!
    const before = [ofSource.get(id) ?? []].flat()
    const after = marksOf(change)
    if (isSame(before, after)) return
    before.forEach(remove)
    after.forEach(add)
    if (after.length === 0) ofSource.delete(id)
    else ofSource.set(id, after.length === 1 ? after[0]! : after)
  }

  return {
    follow: (change: Change): void => {
      const { collection, id, value } = change
      if (collection === 'negativations') followDocument(records, id, value && value.debtor.document)
      else if (collection === 'batchItems') followDocument(items, id, value && documentOf(value))
      else if (isSource(collection)) followMarks(change, collection)
    },
    sort: (): void => {
      const lists = unsorted ?? []
      unsorted = null
      for (const [date, marks] of lists) {
        const day = dayWith(date, marks)
        for (const mark of marks) count(day, mark, 1)
        days.set(date, day)
      }
    },
    between: (from: CalendarDate, to: CalendarDate): TrailDay[] =>
      [...days.values()]
        .filter(({ date }) => date >= from && date <= to)
        .toSorted((one, other) => (one.date < other.date ? 1 : -1)),
    about: (document: Document): string[] => [
      ...[...records].flatMap(([id, each]) => (each === document ? [id] : [])),
      ...[...items].flatMap(([id, each]) => (each === document ? [id.slice(0, id.lastIndexOf(':'))] : [])),
    ],
  }
}

/** Reads everything at its first use, and keeps up with the commits from then on; before it nothing is kept. */
export const trailIndex = (store: ToldStore): TrailIndex => {
  let loading: Promise<ReturnType<typeof heldMarks>> | null = null

  const read = async (follow: (change: Change) => void, late: readonly Change[]): Promise<void> => {
    for (const collection of ['queries', 'tasks', 'proofs', 'privacyActs', 'acts'] as const) {
      for (const value of await store.query(collection)) follow(put(collection, value))
      await breath()
    }
    const ids = new Set<string>()
    for (const state of negativationStates) {
      for (const value of await store.query('negativations', { state })) {
        follow(put('negativations', value))
        ids.add(value.id)
      }
      await breath()
    }
    // One that has moved meanwhile may have been in no state that was just read.
    for (const { collection, id } of late) if (collection === 'negativations') ids.add(id)
    for (const [place, negativationId] of [...ids].entries()) {
      for (const value of await store.query('history', { negativationId })) follow(put('history', value))
      if (place % atOnce === atOnce - 1) await breath()
    }
    for (const batch of await store.query('batches')) {
      follow(put('batches', batch))
      for (const value of await store.query('batchItems', { batchId: batch.id }))
        follow(put('batchItems', value))
      await breath()
    }
  }
  const build = async (): Promise<ReturnType<typeof heldMarks>> => {
    const held = heldMarks()
    // What is committed while it is read may have been read already or not; it is newer in any case.
    const late: Change[] = []
    let hear = (change: Change): void => void late.push(change)
    const end = store.watch((changes) => changes.forEach((change) => hear(change)))
    try {
      await read(held.follow, late)
    } catch (thrown) {
      end()
      throw thrown
    }
    held.sort()
    late.forEach(held.follow)
    hear = held.follow
    return held
  }
  const load = (): Promise<ReturnType<typeof heldMarks>> => {
    loading ??= build().catch((thrown: unknown) => {
      loading = null
      throw thrown
    })
    return loading
  }

  return {
    days: async (from, to) => (await load()).between(from, to),
    about: async (document) => [...new Set((await load()).about(document))],
  }
}
