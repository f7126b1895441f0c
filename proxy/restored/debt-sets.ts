import type { CalendarDate } from '../../shared/calendar.ts'

interface Owed {
  id: string
  due: CalendarDate
  serviceId: string | null
}

/** Up to so many invoices every choice is looked up: fifteen. */
const allChoices = 4
/** Of more invoices the neighbours in time are: whoever registers takes all, one, the oldest or the newest ones. */
const mostSets = 120

const choices = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]).slice(1)

const runs = (ids: readonly string[]): string[][] =>
  ids.flatMap((_, from) => ids.slice(from).map((__, length) => ids.slice(from, from + length + 1)))

/**
 * The sets of a customer's invoices under which a debt may have been registered, the largest first, at most 120. With up to four invoices
 * every set; with more those that are neighbours by due date, over everything and over each service. Pure.
 */
export const debtSets = (invoices: readonly Owed[]): string[][] => {
  const sorted = invoices.toSorted((one, other) =>
    one.due === other.due ? (one.id < other.id ? -1 : 1) : one.due < other.due ? -1 : 1,
  )
  const idsOf = (some: readonly Owed[]): string[] => some.map(({ id }) => id)
  if (sorted.length <= allChoices) return choices(idsOf(sorted)).toSorted((a, b) => b.length - a.length)
  const byService = [...Map.groupBy(sorted, ({ serviceId }) => serviceId).values()]
  const wished = [...runs(idsOf(sorted)), ...byService.flatMap((own) => runs(idsOf(own)))]
  const known = new Map(wished.map((set) => [set.join(','), set]))
  const bySize = [...known.values()].toSorted((a, b) => b.length - a.length)
  // One invoice alone is what is chosen most often after all of them: the middle is what is left out.
  const half = mostSets / 2
  return bySize.length <= mostSets ? bySize : [...bySize.slice(0, half), ...bySize.slice(-half)]
}
