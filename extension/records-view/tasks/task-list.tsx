import { useState } from 'preact/hooks'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Tick } from '../use-tick.ts'
import { TaskCard } from './task-card.tsx'
import { taskText } from './task-words.ts'
import type { ShownTask, Tasks } from './use-tasks.ts'

interface TaskListProps {
  tasks: Tasks
  /** The record whose tasks alone are shown; null for all. */
  only: string | null
  now: number
  today: CalendarDate
  mayRemove: boolean
  /** The page says already that the service does not answer. */
  isOff: boolean
  tick: Tick
  go: (name: string) => void
}

/** What only a person can decide, the oldest deadline first. */
export const TaskList = (props: TaskListProps) => {
  const { tasks, only } = props
  const texts = useTexts()
  const { records } = texts
  const [done, setDone] = useState<string | null>(null)
  const shown = tasks.shown?.filter(({ task }) => only === null || task.negativationId === only)
  const finish = ({ task }: ShownTask) => {
    setDone(fill(records.tasks.done, { title: taskText(task, texts).title, name: task.person.name }))
    tasks.drop(task.id)
    props.tick.now()
  }
  return (
    <div class="task-list">
      <output>{done ? <StateLine tone="good">{done}</StateLine> : null}</output>
      <ErrorBanner error={props.isOff ? null : tasks.error} note={tasks.shown ? records.stale : undefined} />
      {!shown && !tasks.error && !props.isOff ? <Progress text={records.loading} /> : null}
      {only === null ? null : (
        <Banner tone="neutral" text={records.tasks.only}>
          <Button onPress={() => props.go('tasks')}>{records.tasks.showAll}</Button>
        </Banner>
      )}
      {shown?.length === 0 ? (
        <Banner tone="good" text={records.empty.tasks} hint={records.empty.tasksHint} />
      ) : null}
      {shown?.map((one) => (
        <TaskCard
          key={one.task.id}
          shown={one}
          note={tasks.notes[one.task.id] ?? ''}
          now={props.now}
          today={props.today}
          mayRemove={props.mayRemove}
          onNote={(note) => tasks.write(one.task, note)}
          onOpen={props.go}
          onDrop={() => tasks.drop(one.task.id)}
          onDone={() => finish(one)}
        />
      ))}
    </div>
  )
}
