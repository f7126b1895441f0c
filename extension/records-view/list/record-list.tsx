import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { countOf } from '../state-groups.ts'
import type { Filters, Loaded } from './read-list.ts'
import { RecordRow } from './record-row.tsx'
import type { Records } from './use-records.ts'
import { useWindow } from './use-window.ts'

/** The height of a line, in pixels; the style sheet holds the same. */
const rowHeight = 48

interface RecordListProps {
  records: Records
  /** The page says already that the service does not answer. */
  isOff: boolean
  isFiltered: boolean
  openId: string | null
  today: CalendarDate
  onOpen: (id: string) => void
  onClear: () => void
}

/** The table of records, as far as it is loaded; only the lines near the visible ones are drawn. */
export const RecordList = (props: RecordListProps) => {
  const { records } = useTexts()
  const { loaded, isReading } = props.records
  const error = props.isOff ? null : props.records.error
  if (!loaded && props.isOff) return null
  if (!loaded)
    return (
      <div class="list-center">
        {error ? <ErrorBanner error={error} /> : <Progress text={records.loading} />}
      </div>
    )
  return (
    <>
      <ErrorBanner error={error} note={records.stale} />
      {loaded.rows.length === 0 && !isReading ? (
        <EmptyList isFiltered={props.isFiltered} onClear={props.onClear} />
      ) : (
        <RecordTable {...props} loaded={loaded} />
      )}
    </>
  )
}

const EmptyList = ({ isFiltered, onClear }: Pick<RecordListProps, 'isFiltered' | 'onClear'>) => {
  const { empty } = useTexts().records
  return (
    <div class="list-center">
      {isFiltered ? (
        <Banner tone="neutral" text={empty.filtered}>
          <Button onPress={onClear}>{empty.clearFilters}</Button>
        </Banner>
      ) : (
        <Banner tone="neutral" text={empty.none} hint={empty.noneHint} />
      )}
    </div>
  )
}

const useTopOnNewFilters = (list: { current: HTMLElement | null }, filters: Filters): void => {
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = 0
  }, [list, filters])
}

const RecordTable = (props: RecordListProps & { loaded: Loaded }) => {
  const { loaded, openId, today, onOpen } = props
  const { table } = useTexts().records
  const list = useRef<HTMLDivElement>(null)
  const { from, to, above, below } = useWindow(list, loaded.rows, rowHeight)
  useTopOnNewFilters(list, loaded.filters)
  return (
    <div ref={list} class="record-list" aria-busy={props.records.isReading}>
      <table class="table" aria-label={table.caption} aria-rowcount={loaded.rows.length + 1}>
        <thead>
          <tr>
            <th>{table.person}</th>
            <th>{table.state}</th>
            <th class="number">{table.value}</th>
            <th class="number">{table.days}</th>
            <th>{table.deadline}</th>
            <th class="record-last">{table.last}</th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} />
          {loaded.rows.slice(from, to).map((record, at) => (
            <RecordRow
              key={record.id}
              record={record}
              place={from + at + 1}
              isOpen={record.id === openId}
              today={today}
              onOpen={onOpen}
            />
          ))}
          <Spacer height={below} />
        </tbody>
      </table>
      <ListFoot records={props.records} loaded={loaded} />
    </div>
  )
}

/** Stands for the lines that are not drawn. */
const Spacer = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden="true">
      <td class="spacer" style={{ height: `${height}px` }}>
        {'\u00a0'}
      </td>
    </tr>
  ) : null

const ListFoot = ({ records, loaded }: { records: Records; loaded: Loaded }) => {
  const { table } = useTexts().records
  const total = countOf(loaded.filters.group, loaded.counts)
  return (
    <div class="row list-foot">
      <span class="muted">{fill(table.shown, { shown: loaded.rows.length, total })}</span>
      {loaded.next === null ? null : (
        <Button disabled={records.isReadingMore} onPress={records.more}>
          {records.isReadingMore ? table.reading : table.more}
        </Button>
      )}
    </div>
  )
}
