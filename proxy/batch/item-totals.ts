import type { Totals } from '../../shared/api.ts'
import type { BatchItemRecord } from '../store/records.ts'

/** Nobody and nothing. */
export const noTotals: Totals = { people: 0, debts: 0, invoices: 0, cents: 0 }

/** People are distinct customers; a debt that could not be read counts with the invoices that were asked for, and no money. */
export const itemTotals = (items: readonly Pick<BatchItemRecord, 'asked' | 'shown'>[]): Totals => {
  const people = new Set<string>()
  const totals = { ...noTotals, debts: items.length }
  for (const { asked, shown } of items) {
    people.add(asked.customerId)
    totals.invoices += (shown?.invoices ?? asked.invoiceIds).length
    totals.cents += shown?.totalCents ?? 0
  }
  return { ...totals, people: people.size }
}
