import { useState } from 'preact/hooks'
import type { TaskAction } from '../../../shared/api.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { call } from '../../messaging/call.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { NoteField } from '../../ui/note-field.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { agoWords } from '../day/time-words.ts'
import { taskDeadline } from '../deadline-words.ts'
import { RemovalDialog } from '../removal/removal-dialog.tsx'
import { FactColumns } from './fact-columns.tsx'
import { wantsNote } from './task-order.ts'
import { taskText } from './task-words.ts'
import type { ShownTask } from './use-tasks.ts'

interface TaskCardProps {
  shown: ShownTask
  note: string
  now: number
  today: CalendarDate
  mayRemove: boolean
  onNote: (note: string) => void
  onOpen: (negativationId: string) => void
  onDrop: () => void
  onDone: () => void
}

/** One thing that only a person can decide: the facts side by side, the proposed action first. */
export const TaskCard = (props: TaskCardProps) => {
  const { task, isGone } = props.shown
  const texts = useTexts()
  const { tasks: words } = texts.records
  const { title, text, notes } = taskText(task, texts)
  return (
    <article class="task stack" aria-label={`${title} · ${task.person.name}`}>
      <TaskHead {...props} title={title} />
      <p>{text}</p>
      {notes.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <FactColumns task={task} />
      {isGone ? (
        <>
          <Banner tone="attention" text={words.gone} live>
            <Button onPress={props.onDrop}>{words.dismiss}</Button>
          </Banner>
          <NoteField label={words.note} value={props.note} onValue={props.onNote} />
        </>
      ) : (
        <TaskPart {...props} />
      )}
    </article>
  )
}

const TaskHead = ({ shown: { task }, now, today, title, onOpen }: TaskCardProps & { title: string }) => {
  const { records } = useTexts()
  const deadline = taskDeadline(task.deadline, today, records.deadline)
  return (
    <header class="row">
      <h2>
        <StateLine tone={deadline?.tone === 'harm' ? 'harm' : 'attention'}>{title}</StateLine>
      </h2>
      <strong class="task-person">{task.person.name}</strong>
      <span class="document">{formatDocument(task.person.document)}</span>
      <span>{formatMoney(task.totalCents)}</span>
      <span class="row spread">
        {deadline ? (
          <StateLine tone={deadline.tone} icon="clock">
            {deadline.text}
          </StateLine>
        ) : null}
        <span class="muted">
          {fill(records.tasks.opened, { ago: agoWords(Date.parse(task.openedAt), now, records.time) })}
        </span>
        <Button kind="quiet" onPress={() => onOpen(task.negativationId)}>
          {records.tasks.history}
        </Button>
      </span>
    </header>
  )
}

/** What was written stays to be read by whoever lost the right to send it. */
const TaskPart = (props: TaskCardProps) => {
  const { tasks: words } = useTexts().records
  // Nobody answers a question that is not shown
  if (props.shown.task.kind === 'other') return null
  if (props.mayRemove) return <TaskActions {...props} />
  return (
    <>
      {props.note.trim() === '' ? null : (
        <NoteField label={words.note} value={props.note} onValue={props.onNote} />
      )}
      <p class="muted">{words.refused}</p>
    </>
  )
}

const TaskActions = ({ shown: { task }, note, onNote, onDone }: TaskCardProps) => {
  const { records, negativation } = useTexts()
  const words = records.tasks
  const [isTried, setTried] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const resolving = useAction(async (action: TaskAction, said: { note: string; reasonCode?: string }) => {
    await call('taskResolve', { id: task.id, action, ...said })
    onDone()
  })
  const start = (action: TaskAction) => {
    if (action === 'remove') setRemoving(true)
    else if (wantsNote(action) && note.trim() === '') setTried(true)
    else resolving.start(action, { note: note.trim() })
  }

  return (
    <>
      {task.actions.some(wantsNote) ? (
        <NoteField
          label={words.note}
          value={note}
          onValue={onNote}
          hint={words.noteHint}
          error={isTried && note.trim() === '' ? words.noteMissing : undefined}
        />
      ) : null}
      <ErrorBanner error={resolving.error} />
      <div class="row">
        {task.actions.map((action, at) => (
          <Button
            key={action}
            kind={at === 0 ? 'primary' : 'plain'}
            disabled={resolving.busy}
            label={`${negativation.actions[action]} · ${task.person.name}`}
            onPress={() => start(action)}
          >
            {resolving.busy && at === 0 ? words.acting : negativation.actions[action]}
          </Button>
        ))}
      </div>
      {isRemoving ? (
        <RemovalDialog
          person={task.person.name}
          cents={task.totalCents}
          negativationId={task.negativationId}
          onCancel={() => setRemoving(false)}
          onChosen={(choice) => {
            setRemoving(false)
            resolving.start('remove', { ...choice, note: choice.note || note.trim() })
          }}
        />
      ) : null}
    </>
  )
}
