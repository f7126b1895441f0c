import type { Environment, Negativation, NegativationState } from '../../../shared/api.ts'
import { negativationStates } from '../../../shared/api.ts'
import { call } from '../../messaging/call.ts'
import type { StateGroup } from '../state-groups.ts'
import { countOf, stateGroups, statesOf } from '../state-groups.ts'
import type { ListOrder } from './apply-feed.ts'
import { applyFeed } from './apply-feed.ts'

export interface Filters {
  group: StateGroup
  search: string
  environment: Environment | null
  order: ListOrder
}

export type Counts = Readonly<Record<NegativationState, number>>

/** What of the list is loaded. */
export interface Loaded {
  filters: Filters
  rows: readonly Negativation[]
  /** Of the search and the environment, whatever the group. */
  counts: Counts
  /** Where the next page begins; null after the last one. */
  next: string | null
  /** The newest change that is known; null before the first look for changes. */
  since: string | null
}

export const pageSize = 200
const feedSize = 100
const mostFeedPages = 5

const zero = Object.fromEntries(negativationStates.map((state) => [state, 0])) as Record<
  NegativationState,
  number
>

const ask = async (
  { search, environment }: Filters,
  page: { states: readonly NegativationState[]; order: ListOrder; after: string | null; limit: number },
) => {
  const answer = await call('negativations', { ...page, states: [...page.states], search, environment })
  return { ...answer, counts: { ...zero, ...answer.counts } }
}

const askPage = (filters: Filters, after: string | null) =>
  ask(filters, {
    states: filters.group === 'all' ? [] : statesOf(filters.group),
    order: filters.order,
    after,
    limit: pageSize,
  })

/** The list from its top, as far as `least` rows or its end. */
export const readList = async (filters: Filters, least = 1): Promise<Loaded> => {
  let answer = await askPage(filters, null)
  const rows = [...answer.negativations]
  while (answer.next !== null && rows.length < least) {
    answer = await askPage(filters, answer.next)
    rows.push(...answer.negativations)
  }
  return { filters, rows, counts: answer.counts, next: answer.next, since: null }
}

/** One page more. */
export const readMore = async (loaded: Loaded): Promise<Loaded> => {
  if (loaded.next === null) return loaded
  const { negativations, counts, next } = await askPage(loaded.filters, loaded.next)
  const have = new Set(loaded.rows.map(({ id }) => id))
  return {
    ...loaded,
    rows: [...loaded.rows, ...negativations.filter(({ id }) => !have.has(id))],
    counts,
    next,
  }
}

/** What has changed since `since`, in whatever state it is now; null when it is too much to be put in one by one. */
const readChanges = async ({ filters, since }: Loaded) => {
  const records: Negativation[] = []
  let after: string | null = null
  for (let page = 0; page < mostFeedPages; page += 1) {
    const answer = await ask(filters, { states: [], order: 'changed', after, limit: feedSize })
    records.push(...answer.negativations)
    const oldest = answer.negativations.at(-1)
    if (since === null || !oldest || oldest.changedAt <= since || answer.next === null)
      return { records, counts: answer.counts, since: records[0]?.changedAt ?? since }
    after = answer.next
  }
  return null
}

/** The removals with the nearest deadlines: their days left change with the clock alone. */
const readDue = async ({ filters }: Loaded): Promise<Negativation[]> => {
  const due = { states: stateGroups.clearing, order: 'deadline' as const, after: null, limit: pageSize }
  return (await ask(filters, due)).negativations
}

/**
 * The loaded rows as they are now, at the cost of one page however many are loaded. `withDue` reads the nearest deadlines too.
 * Where the changes cannot be followed one by one, as many rows are read again as were loaded.
 */
export const refreshList = async (loaded: Loaded, withDue: boolean): Promise<Loaded> => {
  const { filters, next } = loaded
  const changes = await readChanges(loaded)
  if (!changes) return readList(filters, loaded.rows.length)
  const due = withDue ? await readDue(loaded) : []
  const feed = [...new Map([...changes.records, ...due].map((record) => [record.id, record])).values()]
  const shape = { order: filters.order, states: statesOf(filters.group), hasMore: next !== null }
  const rows = applyFeed(loaded.rows, feed, shape)
  const total = countOf(filters.group, changes.counts)
  if (next === null && rows.length !== total) return readList(filters, loaded.rows.length)
  return { ...loaded, rows, counts: changes.counts, since: changes.since }
}
