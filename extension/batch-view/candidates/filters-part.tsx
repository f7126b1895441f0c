import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { DaysFilter } from './days-filter.tsx'
import { documentText } from './document-text.ts'
import type { Filters, Typed } from './filters.ts'
import { furtherFilters, isFiltered, noFilters, situationFilters } from './filters.ts'
import { FoundFilter } from './found-filter.tsx'
import type { Model } from './model.ts'
import { ValueFilter } from './value-filter.tsx'

interface FiltersPartProps {
  filters: Filters
  unclear: readonly Typed[]
  model: Model
  /** A narrow page shows the most used ones, and the others on a press. */
  compact: boolean
  isFurther: boolean
  onFilters: (change: Partial<Filters>) => void
  onFurther: (isFurther: boolean) => void
}

/** What narrows the list. Each field says what it is about in its own words, so that they stand side by side without labels. */
export const FiltersPart = (props: FiltersPartProps) => {
  const { filters, unclear, model, compact, isFurther, onFilters, onFurther } = props
  const { filters: words } = useTexts().candidates
  const further = furtherFilters(filters)
  return (
    <fieldset class="candidate-filters">
      <legend class="visually-hidden">{words.label}</legend>
      <input
        type="search"
        class="filter-field filter-search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={filters.text}
        maxLength={80}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onFilters({ text: event.currentTarget.value })}
      />
      <DaysFilter
        minDays={filters.minDays}
        isUnclear={unclear.includes('minDays')}
        onMinDays={(minDays) => onFilters({ minDays })}
      />
      <select
        class={filters.situation === 'all' ? 'filter-field' : 'filter-field filter-set'}
        aria-label={words.situation}
        value={filters.situation}
        onChange={(event) => {
          const chosen = situationFilters.find((one) => one === event.currentTarget.value)
          if (chosen) onFilters({ situation: chosen })
        }}
      >
        {situationFilters.map((situation) => (
          <option key={situation} value={situation}>
            {words.situations[situation]}
          </option>
        ))}
      </select>
      {isFiltered({ ...filters, onlySelected: false }) ? (
        <Button kind="quiet" onPress={() => onFilters({ ...noFilters, onlySelected: filters.onlySelected })}>
          {words.clear}
        </Button>
      ) : null}
      {compact ? (
        <Button expanded={isFurther} onPress={() => onFurther(!isFurther)}>
          {further > 0 ? fill(words.furtherActive, { count: formatCount(further) }) : words.further}
        </Button>
      ) : null}
      {compact && !isFurther ? null : (
        <>
          <ValueFilter filters={filters} unclear={unclear} onFilters={onFilters} />
          <FoundFilter
            label={words.service}
            any={words.anyService}
            none={words.noService}
            found={model.services}
            chosen={filters.service}
            onChosen={(service) => onFilters({ service })}
          />
          <FoundFilter
            label={words.city}
            any={words.anyCity}
            none={words.noCity}
            found={model.cities}
            chosen={filters.city}
            onChosen={(city) => onFilters({ city })}
          />
          {model.issuers.length > 1 || filters.issuer !== null ? (
            <FoundFilter
              label={words.issuer}
              any={words.anyIssuer}
              none={words.noIssuer}
              found={model.issuers}
              chosen={filters.issuer}
              textOf={documentText}
              onChosen={(issuer) => onFilters({ issuer })}
            />
          ) : null}
        </>
      )}
    </fieldset>
  )
}
