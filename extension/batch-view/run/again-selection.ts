import type { BatchItem, SelectedDebt } from '../../../shared/api.ts'
import { isChanged, isDuplicate } from './item-words.ts'

/** Debts of an ended batch that a person wants to look at once more, to be selected among the candidates. */
export interface AgainSelection {
  erpId: string
  debts: SelectedDebt[]
}

/** Provably not at the bureau, and nothing that waits there for a look: only these may be chosen again (case G53). */
const mayGoAgain = (item: BatchItem): boolean =>
  !isDuplicate(item) && (['refused', 'failed', 'cancelled'].includes(item.state) || isChanged(item))

/** The invoices that are still what they were: one that is paid or gone is left out. */
const openInvoices = ({ invoices, changes, problem }: BatchItem): string[] => {
  const gone = new Set<unknown>([
    problem?.code === 'paid-in-queue' ? problem.params?.['invoice'] : null,
    ...changes.filter(({ field }) => field === 'fact').map(({ invoiceId }) => invoiceId),
  ])
  return invoices.map(({ id }) => id).filter((id) => !gone.has(id))
}

/** What of these debts may be chosen again; never one that is, or may be, at the bureau. */
export const againSelection = (erpId: string, items: readonly BatchItem[]): AgainSelection => ({
  erpId,
  debts: items
    .filter(mayGoAgain)
    .map((item) => ({
      customerId: item.customer.id,
      serviceId: item.service?.id ?? null,
      invoiceIds: openInvoices(item),
    }))
    .filter(({ invoiceIds }) => invoiceIds.length > 0),
})
