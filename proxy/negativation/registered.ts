import { liveStates } from '../../shared/api.ts'
import type { NegativationState } from '../../shared/api.ts'
import type { InvoiceLinkRecord, NegativationRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)

export const isLive = ({ state }: Pick<NegativationRecord, 'state'>): boolean => live.has(state)

const linkId = (erpId: string, invoiceId: string): string => `${erpId}:${invoiceId}`

/**
 * The live record of each invoice that has one, whatever its environment: one debt is never at the bureau twice (case G43).
 * By invoice id.
 */
export const registeredRecords = async (
  store: Store,
  erpId: string,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, NegativationRecord>> => {
  const found = new Map<string, NegativationRecord>()
  for (const invoiceId of invoiceIds) {
    const [link] = await store.query('invoiceLinks', { id: linkId(erpId, invoiceId) })
    const [record] = link ? await store.query('negativations', { id: link.negativationId }) : []
    if (record && isLive(record)) found.set(invoiceId, record)
  }
  return found
}

/** What ties the invoices of a record to it, committed together with the intent. */
export const linksOf = ({ id, erpId, invoices }: NegativationRecord): Change[] =>
  invoices.map((invoice) => {
    const value: InvoiceLinkRecord = { id: linkId(erpId, invoice.id), negativationId: id }
    return { collection: 'invoiceLinks', id: value.id, value }
  })
