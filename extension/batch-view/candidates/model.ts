import type { Candidate, EligibilityReason } from '../../../shared/api.ts'
import { bareDocument, foldText } from './fold-text.ts'
import type { Situation } from './situation.ts'
import { selectableOf, standingOf } from './situation.ts'

/** One candidate with everything that a filter, an order, a total or a row asks of it, worked out once. */
export interface Entry {
  id: string
  /** Its place in the model. */
  at: number
  /** The place of its customer among the model's customers. */
  customerAt: number
  candidate: Candidate
  situation: Situation
  reasons: readonly EligibilityReason[]
  /** The invoices that may be selected, the oldest first. */
  selectable: readonly string[]
  /** Of what may be selected; of everything where nothing may. */
  invoices: number
  cents: number
  daysLate: number
  /** Folded: what orders it by person. */
  name: string
  city: string
  /** Folded: everything that it may be found by. */
  search: string
}

/** A value that candidates have, and how many have it. */
export interface Found {
  value: string
  count: number
}

/** What was read of one listing so far. */
export interface Model {
  /** In the service's order: the most late first. */
  entries: readonly Entry[]
  byId: ReadonlyMap<string, Entry>
  /** How many distinct ones there are. */
  customers: number
  services: readonly Found[]
  cities: readonly Found[]
  issuers: readonly Found[]
}

export const emptyModel: Model = {
  entries: [],
  byId: new Map(),
  customers: 0,
  services: [],
  cities: [],
  issuers: [],
}

const entryOf = (candidate: Candidate, places: Pick<Entry, 'at' | 'customerAt'>): Entry => {
  const { customer, invoices } = candidate
  const selectable = selectableOf(candidate)
  const counted = selectable.length > 0 ? selectable : invoices
  const name = foldText(customer.name)
  const numbers = [bareDocument(customer.document), customer.code, ...invoices.map(({ id }) => id)]
  return {
    id: candidate.id,
    ...places,
    candidate,
    ...standingOf(candidate, selectable),
    selectable: selectable.map(({ id }) => id),
    invoices: counted.length,
    cents: counted.reduce((sum, { cents }) => sum + cents, 0),
    daysLate: counted.reduce((most, { daysLate }) => Math.max(most, daysLate), 0),
    name,
    city: foldText(candidate.city),
    search: `${name}\n${foldText(numbers.join('\n'))}`,
  }
}

/** The state of the service as the ERP words it; empty for debts without a service. */
export const serviceState = ({ service }: Candidate): string => service?.state ?? ''

const portuguese = new Intl.Collator('pt-BR')

/** Counts values as they come. */
const tally = () => {
  const counts = new Map<string, number>()
  return {
    add: (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1),
    found: (): Found[] =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .toSorted((one, other) => portuguese.compare(one.value, other.value)),
  }
}

/** Puts a model together: takes one page after the other and gives what there is with it. A candidate that is there already stays as it is. */
export const modelBuilder = (): ((candidates: readonly Candidate[]) => Model) => {
  const entries: Entry[] = []
  const byId = new Map<string, Entry>()
  const customers = new Map<string, number>()
  const [services, cities, issuers] = [tally(), tally(), tally()]

  const add = (candidate: Candidate) => {
    const { id } = candidate.customer
    const customerAt = customers.get(id) ?? customers.size
    customers.set(id, customerAt)
    const entry = entryOf(candidate, { at: entries.length, customerAt })
    entries.push(entry)
    byId.set(entry.id, entry)
    services.add(serviceState(candidate))
    cities.add(candidate.city)
    issuers.add(candidate.issuer)
  }
  return (candidates) => {
    for (const candidate of candidates) if (!byId.has(candidate.id)) add(candidate)
    return {
      entries: [...entries],
      byId,
      customers: customers.size,
      services: services.found(),
      cities: cities.found(),
      issuers: issuers.found(),
    }
  }
}

/** The model of all of these. */
export const modelOf = (candidates: readonly Candidate[]): Model => modelBuilder()(candidates)
