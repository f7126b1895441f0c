import type { Batch, BatchItemState } from '../../../shared/api.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { stateOrder } from './item-groups.ts'
import { itemLooks } from './item-look.ts'

interface ItemStatesProps {
  /** All when empty. */
  states: readonly BatchItemState[]
  counts: Batch['counts'] | undefined
  chosen: BatchItemState | null
  onChosen: (state: BatchItemState | null) => void
}

/** Which debts are shown: all, or those in one state. Nothing while the counts are not known. */
export const ItemStates = ({ states, counts, chosen, onChosen }: ItemStatesProps) => {
  const { items, itemStates } = useTexts().batch
  const offered = stateOrder
    .filter((state) => states.length === 0 || states.includes(state))
    .filter((state) => state === chosen || (counts && counts[state] > 0))
  if (!counts || offered.length < 2) return null
  const all = offered.reduce((sum, state) => sum + counts[state], 0)
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{items.filter}</legend>
      <button type="button" class="filter-chip" aria-pressed={chosen === null} onClick={() => onChosen(null)}>
        {items.all}
        <span class="filter-count">{formatCount(all)}</span>
      </button>
      {offered.map((state) => (
        <button
          key={state}
          type="button"
          class="filter-chip"
          aria-pressed={chosen === state}
          onClick={() => onChosen(state)}
        >
          <Icon name={itemLooks[state].icon} />
          {itemStates[state]}
          <span class="filter-count">{formatCount(counts[state])}</span>
        </button>
      ))}
    </fieldset>
  )
}
