import { negativationStates } from '../../shared/api.ts'
import type { NegativationState, OperationOutput, OperationParsed } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { IndexEntry, Place } from './record-order.ts'
import { comparators } from './record-order.ts'
import { searcher } from './record-search.ts'

type ListInput = OperationParsed<'negativations'>

/** How many records that match the search are in each state: the numbers on the filters. */
const noneYet = (): Record<NegativationState, number> =>
  Object.fromEntries(negativationStates.map((state) => [state, 0])) as Record<NegativationState, number>

/** One page of a list, as ids. */
export type ListedPage = Omit<OperationOutput<'negativations'>, 'negativations'> & { ids: string[] }

const cursorOf = ({ deadline, changedAt, id }: Place): string => `${deadline}~${changedAt}~${id}`

/** @throws `input-invalid` for a text that no page has named */
const placeOf = (cursor: string): Place => {
  const [, deadline = '', changedAt = '', id = ''] = /^([\d-]*)~(\d+)~([\w-]+)$/.exec(cursor) ?? []
  if (id === '') throw new AppError('input-invalid', { params: { field: 'after' } })
  return { deadline, changedAt: Number(changedAt), id }
}

/** The page of `entries` (in the order of the list) that the filters mean, in one walk. @throws `input-invalid` for a wrong `after` */
export const listPage = (entries: readonly IndexEntry[], input: ListInput): ListedPage => {
  const { environment, order, limit } = input
  const last = input.after === null ? null : placeOf(input.after)
  const states = new Set(input.states)
  const isMeant = searcher(input.search)
  const counts = noneYet()
  const page: IndexEntry[] = []
  let total = 0
  let isLast = true
  for (const entry of entries) {
    if ((environment !== null && entry.environment !== environment) || !isMeant(entry.search)) continue
    counts[entry.state] += 1
    if (states.size > 0 && !states.has(entry.state)) continue
    total += 1
    if (last && comparators[order](entry, last) <= 0) continue
    if (page.length < limit) page.push(entry)
    else isLast = false
  }
  const ids = page.map(({ id }) => id)
  return { ids, total, next: isLast ? null : cursorOf(page.at(-1)!), counts }
}
