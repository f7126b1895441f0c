import { useState } from 'preact/hooks'
import type { CalendarDate } from '../../shared/calendar.ts'
import { RecordDetail } from './detail/record-detail.tsx'
import { ListFilters } from './list/list-filters.tsx'
import type { Filters } from './list/read-list.ts'
import { RecordList } from './list/record-list.tsx'
import { useRecords } from './list/use-records.ts'
import type { Tick } from './use-tick.ts'

interface RecordsViewProps {
  tick: Tick
  today: CalendarDate
  mayRemove: boolean
  isOff: boolean
  openId: string | null
  go: (name: string) => void
}

const unfiltered: Filters = { group: 'all', search: '', environment: null, order: 'changed' }

/** The list of all records, and beside it the one that is open. */
export const RecordsView = ({ tick, today, mayRemove, isOff, openId, go }: RecordsViewProps) => {
  const [filters, setFilters] = useState(unfiltered)
  const records = useRecords(filters, tick.count)
  const { loaded } = records
  return (
    <div class={openId ? 'list-and-detail' : 'list-alone'}>
      <div class="list-side">
        <ListFilters
          filters={filters}
          counts={loaded?.counts ?? null}
          onFilters={(change) => setFilters((known) => ({ ...known, ...change }))}
        />
        <RecordList
          records={records}
          isOff={isOff}
          isFiltered={filters.group !== 'all' || filters.search !== '' || filters.environment !== null}
          openId={openId}
          today={today}
          onOpen={go}
          onClear={() => setFilters(unfiltered)}
        />
      </div>
      {openId ? (
        <RecordDetail
          id={openId}
          listed={loaded?.rows.find(({ id }) => id === openId)}
          tick={tick.count}
          mayRemove={mayRemove}
          onClose={() => go('records')}
          onTasks={(id) => go(`tasks/${id}`)}
          onAsked={tick.now}
        />
      ) : null}
    </div>
  )
}
