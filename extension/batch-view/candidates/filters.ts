import { parseMoney } from '../../../shared/money.ts'
import type { Term } from './fold-text.ts'
import { searchTerms } from './fold-text.ts'
import { situations } from './situation.ts'

/** `able` is everybody of whom something may be selected, with a warning or without. */
export const situationFilters = ['all', 'able', ...situations] as const
export type SituationFilter = (typeof situationFilters)[number]

/** What a person has set and typed, as it stands in the fields. */
export interface Filters {
  text: string
  /** Whole days; empty for any delay. */
  minDays: string
  minValue: string
  maxValue: string
  /** A state as the ERP words it; null for any. */
  service: string | null
  city: string | null
  issuer: string | null
  situation: SituationFilter
  onlySelected: boolean
}

export const noFilters: Filters = {
  text: '',
  minDays: '',
  minValue: '',
  maxValue: '',
  service: null,
  city: null,
  issuer: null,
  situation: 'all',
  onlySelected: false,
}

export type Typed = 'minDays' | 'minValue' | 'maxValue'

/** What is asked of each candidate. */
export interface Wanted {
  /** Folded; every one has to be found. */
  terms: readonly Term[]
  minDays: number
  minCents: number
  maxCents: number
  service: string | null
  city: string | null
  issuer: string | null
  situation: SituationFilter
}

const wholeDays = /^\d{1,5}$/

/** What the fields mean, and those that say nothing a filter understands: these do not filter. */
export const readFilters = (filters: Filters): { wanted: Wanted; unclear: Typed[] } => {
  const unclear: Typed[] = []
  const read = (field: Typed, none: number, parse: (text: string) => number | null): number => {
    const text = filters[field].trim()
    if (text === '') return none
    const value = parse(text)
    if (value === null) unclear.push(field)
    return value ?? none
  }
  const { service, city, issuer, situation } = filters
  const wanted = {
    terms: searchTerms(filters.text),
    minDays: read('minDays', -Infinity, (text) => (wholeDays.test(text) ? Number(text) : null)),
    minCents: read('minValue', -Infinity, parseMoney),
    maxCents: read('maxValue', Infinity, parseMoney),
    service,
    city,
    issuer,
    situation,
  }
  return { wanted, unclear }
}

/** How many of the fields narrow the list, without those that are always seen. */
export const furtherFilters = ({ minValue, maxValue, service, city, issuer }: Filters): number =>
  [minValue !== '' || maxValue !== '', service !== null, city !== null, issuer !== null].filter(Boolean)
    .length

export const isFiltered = (filters: Filters): boolean =>
  (Object.keys(noFilters) as (keyof Filters)[]).some((field) => filters[field] !== noFilters[field])
