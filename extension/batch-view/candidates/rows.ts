import type { Candidate, EligibilityReason } from '../../../shared/api.ts'
import type { Entry } from './model.ts'
import { invoiceReasons } from './situation.ts'

type Invoice = Candidate['invoices'][number]

/** One line of the table. All are of one height, so that none has to be measured. */
export type Row =
  | { kind: 'candidate'; key: string; entry: Entry }
  | { kind: 'facts'; key: string; entry: Entry }
  | { kind: 'invoice'; key: string; entry: Entry; invoice: Invoice; reasons: readonly EligibilityReason[] }
  | { kind: 'reason'; key: string; entry: Entry; reason: EligibilityReason }

const reasonRows = (key: string, entry: Entry, reasons: readonly EligibilityReason[]): Row[] =>
  reasons.map((reason, at) => ({ kind: 'reason', key: `${key}!${at}`, entry, reason }))

/** What stands below an open candidate: who it is, what concerns the person, each invoice with all that concerns it. */
const innerRows = (entry: Entry): Row[] => [
  { kind: 'facts', key: `${entry.id}?`, entry },
  ...reasonRows(entry.id, entry, entry.candidate.reasons),
  ...entry.candidate.invoices.flatMap((invoice): Row[] => {
    const reasons = invoiceReasons(invoice)
    const key = `${entry.id}/${invoice.id}`
    // A single reason stands in the invoice's own line
    const more = reasons.length > 1 ? reasonRows(key, entry, reasons) : []
    return [{ kind: 'invoice', key, entry, invoice, reasons }, ...more]
  }),
]

const candidateRows = new WeakMap<Entry, Row>()

const rowOf = (entry: Entry): Row => {
  const known = candidateRows.get(entry)
  if (known) return known
  const row: Row = { kind: 'candidate', key: entry.id, entry }
  candidateRows.set(entry, row)
  return row
}

/** The lines of the table: one for each entry, and its inner ones below those that are open. A candidate's line stays the same object. */
export const rowsOf = (entries: readonly Entry[], open: ReadonlySet<string>): Row[] => {
  if (open.size === 0) return entries.map(rowOf)
  return entries.flatMap((entry) =>
    open.has(entry.id) ? [rowOf(entry), ...innerRows(entry)] : [rowOf(entry)],
  )
}
