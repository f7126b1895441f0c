import { useMemo } from 'preact/hooks'
import type { Clock } from '../../../shared/clock.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { PageNotice } from '../selection/page-notice.tsx'
import type { PageSelection } from '../selection/page-selection.ts'
import { allChosen, withAll } from '../selection/select.ts'
import { SelectionBar } from '../selection/selection-bar.tsx'
import { LostLine, SelectionLine, UnreadLine } from '../selection/selection-line.tsx'
import type { SelectionState } from '../selection/use-selection.ts'
import { useFromPage } from '../selection/use-from-page.ts'
import { useSelection } from '../selection/use-selection.ts'
import { CandidateTable } from './candidate-table.tsx'
import { ableOf, filterCandidates } from './filter-candidates.ts'
import type { Filters } from './filters.ts'
import { isFiltered, noFilters, readFilters } from './filters.ts'
import { FiltersPart } from './filters-part.tsx'
import type { KeptView } from './kept-view.ts'
import { ListingHead } from './listing-head.tsx'
import type { Model } from './model.ts'
import { emptyModel } from './model.ts'
import type { Shown } from './read-listing.ts'
import { sortCandidates } from './sort-candidates.ts'
import { useListing } from './use-listing.ts'

interface ErpCandidatesProps {
  erpId: string
  clock: Clock
  page: PageSelection | null
  view: KeptView
  onView: (change: Partial<KeptView>) => void
  compact: boolean
  onDrafted: (batchId: string) => void
}

/** Everything that is overdue at one ERP, and what is selected of it. */
export const ErpCandidates = (props: ErpCandidatesProps) => {
  const { erpId, clock, page, view, onView } = props
  const listing = useListing(erpId)
  const { shown, isBusy } = listing
  const model = shown?.model ?? emptyModel
  const state = useSelection(erpId, model, shown?.isWhole ?? false)
  const { found, close } = useFromPage(page, model, shown !== null && !isBusy, state)
  return (
    <>
      <ListingHead state={listing} clock={clock} onRead={listing.read} />
      {found ? <PageNotice found={found} onClose={close} /> : null}
      <LostLine state={state} />
      {shown && (model.entries.length > 0 || !isBusy) ? (
        <ListAndBar {...props} shown={shown} isBusy={isBusy} state={state} view={view} onView={onView} />
      ) : null}
    </>
  )
}

interface ListAndBarProps extends ErpCandidatesProps {
  shown: Shown
  isBusy: boolean
  state: SelectionState
}

const useShownEntries = (
  model: Model,
  { filters, sort }: KeptView,
  { selection, change }: SelectionState,
) => {
  const isRead = change !== null
  // Those selected when the chip was pressed: a line that is given up stays in sight
  const only = useMemo(
    () => (filters.onlySelected ? new Set(allChosen(selection).keys()) : null),
    [filters.onlySelected, model, isRead],
  )
  const { wanted, unclear } = useMemo(() => readFilters(filters), [filters])
  const entries = useMemo(
    () => filterCandidates(sortCandidates(model, sort), wanted, only),
    [model, sort, wanted, only],
  )
  const able = useMemo(() => ableOf(entries), [entries])
  return { entries, able, unclear }
}

const ListAndBar = (props: ListAndBarProps) => {
  const { erpId, compact, shown, isBusy, state, view, onView, onDrafted } = props
  const { model, listing } = shown
  const { filters, sort } = view
  const { entries, able, unclear } = useShownEntries(model, view, state)
  const onFilters = (change: Partial<Filters>) => onView({ filters: { ...filters, ...change } })
  const onAll = (isChosen: boolean) => {
    if (unclear.length > 0) return
    if (isChosen) state.change?.((known) => withAll(known, able, true))
    else state.drop((known) => withAll(known, able, false))
  }
  if (model.entries.length === 0) return <NothingOverdue isWhole={shown.isWhole} />
  return (
    <>
      <FiltersPart
        filters={filters}
        unclear={unclear}
        model={model}
        compact={compact}
        isFurther={view.isFurther}
        onFilters={onFilters}
        onFurther={(isFurther) => onView({ isFurther })}
      />
      <SelectionLine
        state={state}
        entries={entries}
        able={able}
        unclear={unclear}
        onAll={onAll}
        isOnly={filters.onlySelected}
        onOnly={(onlySelected) => onFilters({ onlySelected })}
        isFiltered={isFiltered(filters)}
      />
      {entries.length === 0 ? (
        <NothingFound onClear={() => onFilters(noFilters)} />
      ) : (
        <CandidateTable
          entries={entries}
          selection={state.selection}
          sort={sort}
          onSort={(next) => onView({ sort: next })}
          onSelection={(next) => state.change?.(next)}
          onAll={() => onAll(true)}
          of={JSON.stringify([filters, sort])}
        />
      )}
      <UnreadLine unread={isBusy ? 0 : state.selection.unread.size} />
      <SelectionBar
        erpId={erpId}
        listing={listing}
        isReading={isBusy && !shown.isWhole}
        selection={state.selection}
        chosen={view}
        onChosen={onView}
        onDrafted={onDrafted}
      />
    </>
  )
}

const NothingOverdue = ({ isWhole }: { isWhole: boolean }) => {
  const { candidates } = useTexts()
  return (
    <div class="candidates-center">
      <Banner
        tone="neutral"
        text={isWhole ? candidates.none : candidates.noneRead}
        hint={isWhole ? candidates.noneHint : undefined}
      />
    </div>
  )
}

const NothingFound = ({ onClear }: { onClear: () => void }) => {
  const { candidates } = useTexts()
  return (
    <div class="candidates-center candidate-none">
      <Banner tone="neutral" text={candidates.noneFound}>
        <Button onPress={onClear}>{candidates.clearFilters}</Button>
      </Banner>
    </div>
  )
}
