import type { Entry } from '../candidates/model.ts'
import type { Row } from '../candidates/rows.ts'
import type { Change, Selection } from './select.ts'
import { chosenOf, withChosen } from './select.ts'

/** The selection with these lines chosen, or not: a candidate's line means all of it, an invoice's line that invoice. */
export const withRows = (selection: Selection, rows: readonly Row[], isChosen: boolean): Selection => {
  const changed = new Map<Entry, readonly string[]>()
  for (const row of rows) {
    const { entry } = row
    if (row.kind === 'candidate') changed.set(entry, isChosen ? entry.selectable : [])
    if (row.kind !== 'invoice') continue
    const before = changed.get(entry) ?? chosenOf(selection, entry)
    const others = before.filter((id) => id !== row.invoice.id)
    changed.set(entry, isChosen ? [...others, row.invoice.id] : others)
  }
  return withChosen(selection, [...changed] satisfies Change[])
}

/** Whether everything that a line stands for, and that may be chosen, is chosen. */
export const isRowChosen = (row: Row, selection: Selection): boolean => {
  const ids = chosenOf(selection, row.entry)
  if (row.kind === 'candidate') return ids.length > 0 && ids.length === row.entry.selectable.length
  return row.kind === 'invoice' && ids.includes(row.invoice.id)
}
