import type { Task } from '../../../shared/api.ts'
import { formatDate, parseDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { formatMoney } from '../../../shared/money.ts'

export interface TaskText {
  title: string
  text: string
  /** What else is known, one line each. */
  notes: string[]
}

const money = (value: string | number | undefined): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? formatMoney(value) : null

const dateText = (value: string | number | undefined): string | null => {
  const date = parseDate(String(value ?? ''))
  return date && formatDate(date)
}

const partialNote = ({ params }: Task, words: Texts['negativation']['taskNotes']): string | null => {
  const [listed, paid, balance] = ['listedCents', 'paidCents', 'balanceCents'].map((name) =>
    money(params[name]),
  )
  return listed && paid && balance ? fill(words.partial, { listed, paid, balance }) : null
}

const notesOf = (task: Task, words: Texts['negativation']['taskNotes']): string[] => {
  const named = (['invoices', 'reissuedAs', 'newInvoices'] as const).map((name) => {
    const invoices = task.params[name]
    return invoices ? fill(words[name], { invoices }) : null
  })
  return [...named, partialNote(task, words)].filter((line) => line !== null)
}

/** What a person has to decide, in words; a bureau that holds other figures than were sent is named with them. */
export const taskText = (task: Task, { negativation }: Texts): TaskText => {
  const notes = notesOf(task, negativation.taskNotes)
  const amount = money(task.params['cents'])
  const due = dateText(task.params['due'])
  if (task.kind !== 'inclusion-unknown' || !amount || !due) return { ...negativation.tasks[task.kind], notes }
  const { title, text } = negativation.taskDiffers
  return { title, text: fill(text, { amount, due }), notes }
}
