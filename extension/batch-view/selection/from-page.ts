import type { Entry, Model } from '../candidates/model.ts'
import type { Change, Selection } from './select.ts'
import { chosenOf } from './select.ts'

type Invoice = Entry['candidate']['invoices'][number]

export interface FromPage {
  /** How many were ticked on the page. */
  ticked: number
  /** How many of them may be selected. */
  able: number
  /** What is to be chosen of each candidate, beside what was chosen of it before. */
  changes: { entry: Entry; ids: string[] }[]
  /** Those that may not be selected; without an entry when they are not among the overdue ones. */
  others: { invoiceId: string; entry: Entry | null; invoice: Invoice | null }[]
}

/** What the invoices that a person ticked on the ERP's page are in the listing. */
export const fromPage = (invoiceIds: readonly string[], { entries }: Model): FromPage => {
  const wanted = new Set(invoiceIds)
  const seen = new Map<string, { entry: Entry; invoice: Invoice }>()
  for (const entry of entries)
    for (const invoice of entry.candidate.invoices)
      if (wanted.has(invoice.id)) seen.set(invoice.id, { entry, invoice })
  const ids = new Map<Entry, string[]>()
  const others: FromPage['others'] = []
  for (const invoiceId of wanted) {
    const found = seen.get(invoiceId)
    if (found?.entry.selectable.includes(invoiceId))
      ids.set(found.entry, [...(ids.get(found.entry) ?? []), invoiceId])
    else others.push({ invoiceId, entry: found?.entry ?? null, invoice: found?.invoice ?? null })
  }
  return {
    ticked: wanted.size,
    able: wanted.size - others.length,
    changes: [...ids].map(([entry, chosen]) => ({ entry, ids: chosen })),
    others,
  }
}

/** Chosen beside what is chosen already. */
export const besides = ({ changes }: FromPage, selection: Selection): Change[] =>
  changes.map(({ entry, ids }) => [entry, [...chosenOf(selection, entry), ...ids]])
