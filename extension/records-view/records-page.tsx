import { useEffect, useState } from 'preact/hooks'
import { today } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { RightsContext } from '../rights/rights-context.ts'
import { firstChoice } from './audit/audit-filter.ts'
import { AuditView } from './audit/audit-view.tsx'
import { DayHead } from './day/day-head.tsx'
import type { Day } from './day/use-day.ts'
import { useDay } from './day/use-day.ts'
import { RecordsView } from './records-view.tsx'
import { TaskList } from './tasks/task-list.tsx'
import { useTasks } from './tasks/use-tasks.ts'
import type { View } from './use-place.ts'
import { usePlace } from './use-place.ts'
import { useTick } from './use-tick.ts'

/** Without a view in the address: tasks when some wait, chosen once, so that no later read changes it under a person's hands. */
const useFirstView = ({ status, error }: Day): View | null => {
  const [first, setFirst] = useState<View | null>(null)
  const openTasks = status?.openTasks
  useEffect(() => {
    if (first === null && (openTasks !== undefined || error)) setFirst(openTasks ? 'tasks' : 'records')
  }, [first, openTasks, error])
  return first
}

/** All tasks and records of this service, kept up to date while the page is seen. */
export const RecordsPage = ({ clock = Date.now }: { clock?: Clock }) => {
  const { records } = useTexts()
  const tick = useTick()
  const day = useDay(tick.count)
  const { place, go } = usePlace()
  const first = useFirstView(day)
  const tasks = useTasks(tick.count)
  const view = place.view ?? first
  const [auditChoice, setAuditChoice] = useState(firstChoice)
  const shared = { tick, today: today(clock), mayRemove: day.may('remove'), isOff: day.error !== null, go }

  useEffect(() => {
    document.title = `${records.title} · ${records.product}`
  }, [records])

  return (
    <RightsContext.Provider value={day.may}>
      <main class="records">
        <DayHead day={day} now={clock()} onAsked={tick.now} />
        <nav class="views" aria-label={records.views.label}>
          <ViewLink name="tasks" count={tasks.shown?.length} view={view} />
          <ViewLink name="records" view={view} />
          {day.link?.state === 'ready' && day.may('admin') ? <ViewLink name="audit" view={view} /> : null}
        </nav>
        {view === 'tasks' ? <TaskList tasks={tasks} only={place.id} now={clock()} {...shared} /> : null}
        {view === 'records' ? <RecordsView openId={place.id} {...shared} /> : null}
        {view === 'audit' ? (
          <AuditView
            choice={auditChoice}
            onChoice={setAuditChoice}
            today={shared.today}
            isOff={shared.isOff}
            isKnown={day.link !== null || shared.isOff}
          />
        ) : null}
      </main>
    </RightsContext.Provider>
  )
}

interface ViewLinkProps {
  name: View
  count?: number | undefined
  view: View | null
}

const ViewLink = ({ name, count, view }: ViewLinkProps) => {
  const { records } = useTexts()
  return (
    <a class="view-link" href={`#${name}`} aria-current={view === name ? 'page' : undefined}>
      {records.views[name]}
      {count ? <span class="view-count">{count}</span> : null}
    </a>
  )
}
