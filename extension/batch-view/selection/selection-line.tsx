import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { countedTotals, counted } from '../candidates/counted-words.ts'
import { totalsOf } from '../candidates/filter-candidates.ts'
import type { Typed } from '../candidates/filters.ts'
import type { Entry } from '../candidates/model.ts'
import { emptySelection, isNothingChosen, shareOfAll } from './select.ts'
import type { SelectionState } from './use-selection.ts'

interface SelectionLineProps {
  state: SelectionState
  /** What the filters show. */
  entries: readonly Entry[]
  /** Those of them of whom something may be selected. */
  able: readonly Entry[]
  /** Filters that are not understood do not filter: then nobody selects everything by mistake. */
  unclear: readonly Typed[]
  onAll: (isChosen: boolean) => void
  isOnly: boolean
  onOnly: (isOnly: boolean) => void
  /** Tells how much the filters show, where that is not everything. */
  isFiltered: boolean
}

/** Selecting everything that may be selected of what is shown, showing only what is selected, taking it all back. */
export const SelectionLine = (props: SelectionLineProps) => {
  const { state, entries, able, unclear, onAll, isOnly, onOnly, isFiltered } = props
  const { selection: words, filters: filterWords, counted: countWords } = useTexts().candidates
  const { selection } = state
  const unclearText = unclear.includes('minDays') ? filterWords.unclearDays : filterWords.unclearValue
  const box = useRef<HTMLInputElement>(null)
  const share = useMemo(() => shareOfAll(able, selection), [able, selection])
  const shown = useMemo(() => totalsOf(entries), [entries])
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = share === 'some'
  })
  return (
    <div class="row selection-line">
      <label class="all-able">
        <input
          ref={box}
          type="checkbox"
          checked={share === 'all'}
          disabled={able.length === 0 || unclear.length > 0 || !state.change}
          onChange={() => onAll(share !== 'all')}
        />
        {fill(words.allAble, { count: formatCount(able.length) })}
      </label>
      <button type="button" class="filter-chip" aria-pressed={isOnly} onClick={() => onOnly(!isOnly)}>
        {words.only}
      </button>
      {!isNothingChosen(selection) ? (
        <Button kind="quiet" onPress={() => state.drop(({ model }) => emptySelection(model))}>
          {words.clear}
        </Button>
      ) : null}
      {state.undo ? (
        <output class="undo">
          {words.cleared}{' '}
          <Button kind="quiet" onPress={state.undo}>
            {words.undo}
          </Button>
        </output>
      ) : null}
      <output class="spread muted">
        {unclear.length > 0 ? <StateLine tone="attention">{unclearText}</StateLine> : null}
        {unclear.length === 0 && isFiltered ? countedTotals(shown, countWords).join(' · ') : null}
      </output>
    </div>
  )
}

/** What the last reading took out of the selection. */
export const LostLine = ({ state: { lost, noteLost } }: { state: SelectionState }) => {
  const { selection: words } = useTexts().candidates
  if (!lost) return null
  return (
    <output class="row lost-line">
      {lost.gone > 0 ? (
        <StateLine tone="attention">{counted(lost.gone, words.goneOne, words.gone)}</StateLine>
      ) : null}
      {lost.barred > 0 ? (
        <StateLine tone="attention">{counted(lost.barred, words.barredOne, words.barred)}</StateLine>
      ) : null}
      <Button kind="quiet" onPress={noteLost}>
        {words.noted}
      </Button>
    </output>
  )
}

/** What was selected before and is not in an incomplete list: it stays selected and is not counted. */
export const UnreadLine = ({ unread }: { unread: number }) => {
  const { selection: words } = useTexts().candidates
  if (unread === 0) return null
  return <StateLine tone="neutral">{counted(unread, words.unreadOne, words.unread)}</StateLine>
}
