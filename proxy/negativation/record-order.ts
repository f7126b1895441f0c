import type { Environment, NegativationState } from '../../shared/api.ts'
import type { NegativationRecord } from '../store/records.ts'
import { searchTextOf } from './record-search.ts'
import type { SearchText } from './record-search.ts'

export type PageOrder = 'changed' | 'deadline'

/** Where an entry stands in a list; the same three name the end of a page. */
export interface Place {
  id: string
  /** Unix milliseconds. */
  changedAt: number
  /** The last day to clear; empty when none runs or it is done. */
  deadline: string
}

export interface IndexEntry extends Place {
  state: NegativationState
  environment: Environment
  /** Unix milliseconds; null when nothing was sent. */
  sentAt: number | null
  search: SearchText
}

const ended: ReadonlySet<NegativationState> = new Set(['removed', 'cancelled', 'rejected', 'not-included'])

export const entryOf = (record: NegativationRecord): IndexEntry => ({
  id: record.id,
  state: record.state,
  environment: record.environment,
  changedAt: Date.parse(record.changedAt),
  deadline: ended.has(record.state) ? '' : (record.removal?.deadline ?? ''),
  sentAt: record.sentAt === null ? null : Date.parse(record.sentAt),
  search: searchTextOf(record),
})

const newestFirst = (one: Place, other: Place): number =>
  other.changedAt - one.changedAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const nearestFirst = (one: Place, other: Place): number => {
  if (one.deadline === other.deadline) return newestFirst(one, other)
  if (one.deadline === '') return 1
  if (other.deadline === '') return -1
  return one.deadline < other.deadline ? -1 : 1
}

/** Total orders: two different records never stand at one place. */
export const comparators: Readonly<Record<PageOrder, (one: Place, other: Place) => number>> = {
  changed: newestFirst,
  deadline: nearestFirst,
}
