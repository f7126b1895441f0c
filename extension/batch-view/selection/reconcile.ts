import type { Model } from '../candidates/model.ts'
import type { Chosen } from './select.ts'

export interface Reconciled {
  chosen: Chosen
  /** Chosen invoices that are no longer overdue. */
  gone: number
  /** Chosen invoices that are still overdue and may no longer be selected. */
  barred: number
}

/** What is left of a selection after everything was read again. */
export const reconcile = (chosen: Chosen, { byId }: Model): Reconciled => {
  const kept = new Map<string, readonly string[]>()
  let gone = 0
  let barred = 0
  for (const [id, ids] of chosen) {
    const entry = byId.get(id)
    const left = ids.filter((invoiceId) => entry?.selectable.includes(invoiceId))
    const there = entry
      ? ids.filter((invoiceId) => entry.candidate.invoices.some((invoice) => invoice.id === invoiceId)).length
      : 0
    if (left.length > 0) kept.set(id, left)
    gone += ids.length - there
    barred += there - left.length
  }
  return { chosen: gone + barred > 0 ? kept : chosen, gone, barred }
}
