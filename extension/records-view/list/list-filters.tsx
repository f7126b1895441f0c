import { useEffect, useState } from 'preact/hooks'
import type { Environment } from '../../../shared/api.ts'
import { environments } from '../../../shared/api.ts'
import { Field } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { countOf, groupNames } from '../state-groups.ts'
import type { ListOrder } from './apply-feed.ts'
import type { Counts, Filters } from './read-list.ts'

interface ListFiltersProps {
  filters: Filters
  /** Null until read. */
  counts: Counts | null
  onFilters: (change: Partial<Filters>) => void
}

const orders: readonly ListOrder[] = ['changed', 'deadline']
/** Milliseconds of rest after which what is typed is searched for. */
const rest = 300

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Which records the list shows: groups as chips with their counts, a search, the environment, the order. */
export const ListFilters = ({ filters, counts, onFilters }: ListFiltersProps) => {
  const { records, negativation } = useTexts()
  const words = records.filters
  return (
    <div class="filters">
      <fieldset class="chips">
        <legend class="visually-hidden">{words.label}</legend>
        {groupNames.map((group) => (
          <button
            key={group}
            type="button"
            class="filter-chip"
            aria-pressed={filters.group === group}
            onClick={() => onFilters({ group })}
          >
            {words[group]}
            <span class="filter-count">{counts ? countOf(group, counts) : '–'}</span>
          </button>
        ))}
      </fieldset>
      <div class="filter-fields">
        <SearchField search={filters.search} onSearch={(search) => onFilters({ search })} />
        <SelectField<Environment | ''>
          label={words.environment}
          value={filters.environment ?? ''}
          options={[
            { value: '', text: words.bothEnvironments },
            ...environments
              .toReversed()
              .map((value) => ({ value, text: capital(negativation.environments[value]) })),
          ]}
          onValue={(value) => onFilters({ environment: value === '' ? null : value })}
        />
        <SelectField
          label={words.order}
          value={filters.order}
          options={orders.map((value) => ({ value, text: words.orders[value] }))}
          onValue={(order) => onFilters({ order })}
        />
      </div>
    </div>
  )
}

interface SearchFieldProps {
  search: string
  onSearch: (search: string) => void
}

const SearchField = ({ search, onSearch }: SearchFieldProps) => {
  const { filters: words } = useTexts().records
  const [text, setText] = useState(search)
  useEffect(() => {
    if (search === '') setText('')
  }, [search])
  useEffect(() => {
    const typed = text.trim().slice(0, 80)
    if (typed === search) return undefined
    const timer = setTimeout(() => onSearch(typed), rest)
    return () => clearTimeout(timer)
  }, [text])
  return <Field label={words.search} value={text} onValue={setText} placeholder={words.searchHint} />
}
