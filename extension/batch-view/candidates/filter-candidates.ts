import type { Totals } from '../../../shared/api.ts'
import type { SituationFilter, Wanted } from './filters.ts'
import type { Entry } from './model.ts'
import { serviceState } from './model.ts'

const isMeant = ({ selectable, situation }: Entry, wanted: SituationFilter): boolean => {
  if (wanted === 'all') return true
  return wanted === 'able' ? selectable.length > 0 : situation === wanted
}

const matches = (entry: Entry, wanted: Wanted): boolean => {
  const { candidate, daysLate, cents, search } = entry
  return (
    daysLate >= wanted.minDays &&
    cents >= wanted.minCents &&
    cents <= wanted.maxCents &&
    (wanted.service === null || serviceState(candidate) === wanted.service) &&
    (wanted.city === null || candidate.city === wanted.city) &&
    (wanted.issuer === null || candidate.issuer === wanted.issuer) &&
    isMeant(entry, wanted.situation) &&
    wanted.terms.every(({ typed, bare }) => search.includes(typed) || search.includes(bare))
  )
}

/** Those of the entries that are wanted, in their order; with `only`, none but those whose id is in it. */
export const filterCandidates = (
  entries: readonly Entry[],
  wanted: Wanted,
  only: ReadonlySet<string> | null,
): Entry[] => entries.filter((entry) => (only === null || only.has(entry.id)) && matches(entry, wanted))

/** The totals of what is shown. */
export const totalsOf = (entries: readonly Entry[]): Totals => {
  const people = new Set<string>()
  let invoices = 0
  let cents = 0
  for (const entry of entries) {
    people.add(entry.candidate.customer.id)
    invoices += entry.invoices
    cents += entry.cents
  }
  return { people: people.size, debts: entries.length, invoices, cents }
}

/** Those of whom something may be selected. */
export const ableOf = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ selectable }) => selectable.length > 0)
