import type { Negativation } from '../../../shared/api.ts'
import { dateAt, formatInstant } from '../../../shared/business-time.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { daysBetween } from '../../../shared/calendar.ts'
import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { bureauWords } from '../bureau-words.ts'
import { deadlineWords } from '../deadline-words.ts'
import { isHarmful, lookOf } from '../state-look.ts'

interface RecordRowProps {
  record: Negativation
  /** Its place in the whole list, from 1. */
  place: number
  isOpen: boolean
  today: CalendarDate
  onOpen: (id: string) => void
}

/** One record in one line of fixed height; its name opens the history, and the whole line is its target. */
export const RecordRow = ({ record, place, isOpen, today, onOpen }: RecordRowProps) => {
  const texts = useTexts()
  const { table } = texts.records
  const { name, document } = record.debtor
  const bureau = bureauWords(record, texts)
  return (
    <tr class={isOpen ? 'record record-open' : 'record'} aria-rowindex={place + 1}>
      <td>
        <button
          type="button"
          class="row-open record-name"
          title={name}
          aria-label={fill(table.open, { name, amount: formatMoney(record.totalCents) })}
          aria-expanded={isOpen}
          onClick={() => onOpen(record.id)}
        >
          {name}
        </button>
        <span class="document muted">{formatDocument(document)}</span>
      </td>
      <td>
        <StateCell record={record} />
      </td>
      <td class="number">{formatMoney(record.totalCents)}</td>
      <td class="number">{fill(table.daysOf, { days: daysBetween(dateAt(record.changedAt), today) })}</td>
      <td>
        <DeadlineCell record={record} />
      </td>
      <td class="record-last">
        <span>{formatInstant(record.changedAt)}</span>
        {bureau ? (
          <span class="muted" title={bureau}>
            {bureau}
          </span>
        ) : null}
      </td>
    </tr>
  )
}

const StateCell = ({ record }: { record: Negativation }) => {
  const { negativation, records } = useTexts()
  const { table } = records
  const tasks = record.openTasks
  return (
    <>
      <StateLine {...lookOf(record)}>{negativation.states[record.state]}</StateLine>
      <span class="record-marks">
        {record.environment === 'test' ? (
          <span class="chip chip-test">{negativation.environments.test}</span>
        ) : null}
        {tasks > 0 ? (
          <span class="chip chip-task">
            {tasks === 1 ? table.taskOne : fill(table.tasks, { count: tasks })}
          </span>
        ) : null}
      </span>
    </>
  )
}

const DeadlineCell = ({ record }: { record: Negativation }) => {
  const { negativation, records } = useTexts()
  const { alarm } = record
  const [due, left] = deadlineWords(record, records.deadline)
  if (due === undefined) return null
  const isHarm = isHarmful(alarm)
  const more = left ?? (alarm === 'none' ? null : negativation.alarms[alarm])
  return (
    <>
      <StateLine tone={isHarm ? 'harm' : 'attention'} icon={isHarm ? 'warning' : 'clock'}>
        {due}
      </StateLine>
      {more === null ? null : (
        <span class={isHarm ? 'state-harm' : 'muted'} title={more}>
          {more}
        </span>
      )}
    </>
  )
}
