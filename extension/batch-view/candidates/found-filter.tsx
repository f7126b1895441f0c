import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Found } from './model.ts'

interface FoundFilterProps {
  label: string
  /** The choice that does not filter. */
  any: string
  /** Stands for the empty value. */
  none: string
  found: readonly Found[]
  chosen: string | null
  textOf?: (value: string) => string
  onChosen: (chosen: string | null) => void
}

/** Before a value, so that the empty one is told from the choice that does not filter. */
const mark = '='

/** One of the values that were found; a chosen one stays a choice although nobody has it any more. */
export const FoundFilter = (props: FoundFilterProps) => {
  const { label, any, none, found, chosen, textOf = (value) => value, onChosen } = props
  const { filters: words } = useTexts().candidates
  const isGone = chosen !== null && !found.some(({ value }) => value === chosen)
  const options = isGone ? [...found, { value: chosen, count: 0 }] : found
  const named = (value: string) => (value === '' ? none : textOf(value))
  return (
    <select
      class={chosen === null ? 'filter-field' : 'filter-field filter-set'}
      aria-label={label}
      value={chosen === null ? '' : mark + chosen}
      onChange={({ currentTarget: { value } }) => onChosen(value === '' ? null : value.slice(mark.length))}
    >
      <option value="">{any}</option>
      {options.map(({ value, count }) => (
        <option key={value} value={mark + value}>
          {fill(words.option, { value: named(value), count: formatCount(count) })}
        </option>
      ))}
    </select>
  )
}
