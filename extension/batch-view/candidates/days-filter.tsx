import { useState } from 'preact/hooks'
import { fill } from '../../../shared/errors.ts'
import { useTexts } from '../../ui/texts-context.tsx'

const usual = ['', '30', '60', '90', '180']
const other = 'other'

interface DaysFilterProps {
  minDays: string
  isUnclear: boolean
  onMinDays: (minDays: string) => void
}

/** How late at least: a usual number of days, or one's own. */
export const DaysFilter = ({ minDays, isUnclear, onMinDays }: DaysFilterProps) => {
  const { filters: words } = useTexts().candidates
  const [isOther, setOther] = useState(!usual.includes(minDays))
  const isOwn = isOther || !usual.includes(minDays)
  return (
    <>
      <select
        class={minDays === '' ? 'filter-field' : 'filter-field filter-set'}
        aria-label={words.days}
        value={isOwn ? other : minDays}
        onChange={({ currentTarget: { value } }) => {
          setOther(value === other)
          if (value !== other) onMinDays(value)
        }}
      >
        {usual.map((days) => (
          <option key={days} value={days}>
            {days === '' ? words.anyDays : fill(words.atLeastDays, { days })}
          </option>
        ))}
        <option value={other}>{words.otherDays}</option>
      </select>
      {isOwn ? (
        <span class="filter-group">
          ≥
          <input
            type="text"
            inputMode="numeric"
            class="filter-field filter-number"
            aria-label={words.ownDays}
            aria-invalid={isUnclear ? 'true' : undefined}
            title={isUnclear ? words.unclearDays : undefined}
            value={minDays}
            maxLength={5}
            onInput={(event) => onMinDays(event.currentTarget.value)}
          />
        </span>
      ) : null}
    </>
  )
}
