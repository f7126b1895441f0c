import { useTexts } from '../../ui/texts-context.tsx'
import type { Filters, Typed } from './filters.ts'

interface ValueFilterProps {
  filters: Pick<Filters, 'minValue' | 'maxValue'>
  unclear: readonly Typed[]
  onFilters: (change: Partial<Filters>) => void
}

/** Between which amounts; each side may stay open. */
export const ValueFilter = ({ filters, unclear, onFilters }: ValueFilterProps) => {
  const { filters: words } = useTexts().candidates
  const entry = (field: 'minValue' | 'maxValue') => (
    <input
      type="text"
      inputMode="decimal"
      class="filter-field filter-money"
      aria-label={words[field]}
      aria-invalid={unclear.includes(field) ? 'true' : undefined}
      title={unclear.includes(field) ? words.unclearValue : undefined}
      value={filters[field]}
      maxLength={15}
      autocomplete="off"
      onInput={(event) => onFilters({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <span class="filter-group">
      {words.value}
      {entry('minValue')}
      {words.to}
      {entry('maxValue')}
    </span>
  )
}
