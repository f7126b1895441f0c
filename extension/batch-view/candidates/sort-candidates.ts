import type { Entry, Model } from './model.ts'

export const sortKeys = ['person', 'city', 'invoices', 'value', 'days'] as const
export type SortKey = (typeof sortKeys)[number]

export interface Sort {
  key: SortKey
  direction: 'ascending' | 'descending'
}

/** The most late first, as the service lists them. */
export const firstSort: Sort = { key: 'days', direction: 'descending' }

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const comparisons: Record<SortKey, (one: Entry, other: Entry) => number> = {
  person: (one, other) => byText(one.name, other.name),
  city: (one, other) => byText(one.city, other.city),
  invoices: (one, other) => one.invoices - other.invoices,
  value: (one, other) => one.cents - other.cents,
  days: (one, other) => one.daysLate - other.daysLate,
}

const ordered = new WeakMap<Model, Map<string, readonly Entry[]>>()

/** The entries in that order, equal ones by person; worked out once for each model. */
export const sortCandidates = (model: Model, { key, direction }: Sort): readonly Entry[] => {
  const known = ordered.get(model) ?? new Map<string, readonly Entry[]>()
  ordered.set(model, known)
  const place = `${key} ${direction}`
  const before = known.get(place)
  if (before) return before
  const turn = direction === 'ascending' ? 1 : -1
  const compare = comparisons[key]
  const entries = model.entries.toSorted(
    (one, other) => turn * compare(one, other) || byText(one.name, other.name) || byText(one.id, other.id),
  )
  known.set(place, entries)
  return entries
}

/** A press of a header: the same one turns round, another begins with what is looked for there: names from A, amounts from the largest. */
export const nextSort = (sort: Sort, key: SortKey): Sort => {
  if (sort.key === key) return { key, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
  return { key, direction: key === 'person' || key === 'city' ? 'ascending' : 'descending' }
}
