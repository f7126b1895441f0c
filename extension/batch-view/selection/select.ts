import type { SelectedDebt, Totals } from '../../../shared/api.ts'
import type { Entry, Model } from '../candidates/model.ts'

/** Chosen invoices by candidate; a candidate without any is not in it. */
export type Chosen = ReadonlyMap<string, readonly string[]>

/** What is chosen of one reading. Everything is held by its place there, so that a change among ten thousand costs next to nothing. */
export interface Selection {
  model: Model
  /** The chosen invoices of each entry; undefined where none is. */
  chosen: readonly (readonly string[] | undefined)[]
  /** How many debts of each customer are chosen: a person with two of them counts once. */
  customers: Int32Array
  /** Of what is chosen in this reading. */
  totals: Totals
  /** What was chosen before and may not be chosen in this reading, or is not in it yet: it stays chosen and does not count. */
  unread: Chosen
}

export const noneChosen: Chosen = new Map()
const none: readonly string[] = []

export const emptySelection = (model: Model): Selection => ({
  model,
  chosen: model.entries.map(() => undefined),
  customers: new Int32Array(model.customers),
  totals: { people: 0, debts: 0, invoices: 0, cents: 0 },
  unread: noneChosen,
})

/** The chosen invoices of a candidate. */
export const chosenOf = ({ chosen }: Selection, { at }: Entry): readonly string[] => chosen[at] ?? none

const centsOf = ({ candidate, selectable, cents }: Entry, ids: readonly string[]): number => {
  if (ids.length === selectable.length) return cents
  return candidate.invoices.reduce(
    (sum, invoice) => (ids.includes(invoice.id) ? sum + invoice.cents : sum),
    0,
  )
}

/** Those of the invoices that may be selected, in their own order. */
const allowed = ({ selectable }: Entry, ids: readonly string[]): readonly string[] =>
  ids === selectable ? ids : selectable.filter((id) => ids.includes(id))

/** A candidate, and what is to be chosen of it. */
export type Change = readonly [entry: Entry, ids: readonly string[]]

/** The selection with those candidates chosen as said, what may not be selected left out. Its totals follow from the change alone. */
export const withChosen = (selection: Selection, changes: Iterable<Change>): Selection => {
  const chosen = [...selection.chosen]
  const customers = selection.customers.slice()
  const totals = { ...selection.totals }
  const count = (entry: Entry, ids: readonly string[], sign: 1 | -1) => {
    if (ids.length === 0) return
    const before = customers[entry.customerAt] ?? 0
    customers[entry.customerAt] = before + sign
    if (before === 0) totals.people += 1
    else if (before + sign === 0) totals.people -= 1
    totals.debts += sign
    totals.invoices += sign * ids.length
    totals.cents += sign * centsOf(entry, ids)
  }
  for (const [entry, ids] of changes) {
    const kept = allowed(entry, ids)
    count(entry, chosen[entry.at] ?? none, -1)
    count(entry, kept, 1)
    chosen[entry.at] = kept.length > 0 ? kept : undefined
  }
  return { ...selection, chosen, customers, totals }
}

/** The selection that these invoices are in that model. */
export const selectionOf = (chosen: Chosen, model: Model): Selection => {
  const changes: Change[] = []
  const unread = new Map<string, readonly string[]>()
  for (const [id, ids] of chosen) {
    const entry = model.byId.get(id)
    const others = entry ? ids.filter((one) => !entry.selectable.includes(one)) : ids
    if (entry) changes.push([entry, ids])
    if (others.length > 0) unread.set(id, others)
  }
  return { ...withChosen(emptySelection(model), changes), unread }
}

/** Everything that is chosen, as it is kept: also what is not in this reading. */
export const allChosen = ({ model, chosen, unread }: Selection): Chosen => {
  const all = new Map(unread)
  for (const [at, ids] of chosen.entries()) {
    const entry = model.entries[at]
    if (!entry || !ids) continue
    const before = unread.get(entry.id)
    all.set(entry.id, before ? [...before, ...ids] : ids)
  }
  return all
}

export const isNothingChosen = ({ totals, unread }: Selection): boolean =>
  totals.debts === 0 && unread.size === 0

/** How much of what may be selected is chosen. */
export type Share = 'none' | 'some' | 'all'

const shareOf = (some: number, all: number): Share => {
  if (some === 0) return 'none'
  return some === all ? 'all' : 'some'
}

export const shareOfEntry = (entry: Entry, selection: Selection): Share =>
  shareOf(chosenOf(selection, entry).length, entry.selectable.length)

/** Of many candidates together. */
export const shareOfAll = (entries: readonly Entry[], selection: Selection): Share => {
  let some = 0
  let all = 0
  for (const entry of entries) {
    some += chosenOf(selection, entry).length
    all += entry.selectable.length
  }
  return shareOf(some, all)
}

/** All that may be selected of these candidates, or nothing of them. */
export const withAll = (selection: Selection, entries: readonly Entry[], isChosen: boolean): Selection =>
  withChosen(
    selection,
    entries.map((entry): Change => [entry, isChosen ? entry.selectable : none]),
  )

/** What is chosen in this reading, as it is sent: the most late first. */
export const debtsOf = (selection: Selection): SelectedDebt[] =>
  selection.model.entries.flatMap((entry) => {
    const invoiceIds = [...chosenOf(selection, entry)]
    const { customer, service } = entry.candidate
    return invoiceIds.length > 0
      ? [{ customerId: customer.id, serviceId: service?.id ?? null, invoiceIds }]
      : []
  })
