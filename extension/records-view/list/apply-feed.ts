import type { Negativation, NegativationState } from '../../../shared/api.ts'

export type ListOrder = 'changed' | 'deadline'

const ended: ReadonlySet<NegativationState> = new Set(['removed', 'cancelled', 'rejected', 'not-included'])

const newestFirst = (one: Negativation, other: Negativation): number => {
  if (one.changedAt !== other.changedAt) return one.changedAt > other.changedAt ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

const last = '9999-12-31'
const dueOf = ({ state, removal }: Negativation): string =>
  ended.has(state) ? last : (removal?.deadline ?? last)

/** The orders in which the service gives its pages. */
const orders: Readonly<Record<ListOrder, (one: Negativation, other: Negativation) => number>> = {
  changed: newestFirst,
  deadline: (one, other) => {
    const [mine, theirs] = [dueOf(one), dueOf(other)]
    if (mine !== theirs) return mine < theirs ? -1 : 1
    return newestFirst(one, other)
  },
}

interface Loaded {
  order: ListOrder
  states: readonly NegativationState[]
  /** More rows follow that have not been loaded. */
  hasMore: boolean
}

const isSame = (one: Negativation, other: Negativation): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * Puts records that have changed into the rows that are loaded: in their place, out where the filter no longer means them, and left
 * to the next page where they lie beyond the last row. The rows themselves when nothing is new.
 */
export const applyFeed = (
  rows: readonly Negativation[],
  feed: readonly Negativation[],
  { order, states, hasMore }: Loaded,
): readonly Negativation[] => {
  const known = new Map(rows.map((row) => [row.id, row]))
  const news = feed.filter((record) => {
    const row = known.get(record.id)
    return row ? !isSame(row, record) : states.includes(record.state)
  })
  if (news.length === 0) return rows
  const moved = new Set(news.map(({ id }) => id))
  const kept = rows.filter(({ id }) => !moved.has(id))
  const end = rows.at(-1)
  const isLoaded = (record: Negativation): boolean =>
    !hasMore || end === undefined || orders[order](record, end) <= 0
  const meant = news.filter((record) => states.includes(record.state) && isLoaded(record))
  return [...kept, ...meant].toSorted(orders[order])
}
