import type { DebtInvoice } from '../../shared/api.ts'
import type { ErpInvoice } from '../erps/erp.ts'
import type { NegativationRecord } from '../store/records.ts'

const isNewer = (id: string, than: string): boolean =>
  /^\d+$/.test(id) && /^\d+$/.test(than) ? BigInt(id) > BigInt(than) : id !== than

const monthOf = ({ due }: { due: string }): string => due.slice(0, 7)

/**
 * The open invoice that the ERP made in the place of a cancelled one: same service, same month, same value, newer number (case G46).
 * It is named to the person and never included by itself.
 */
export const reissueOf = (
  { invoices, service }: NegativationRecord,
  old: DebtInvoice,
  rows: readonly ErpInvoice[],
): string | null => {
  const own = new Set(invoices.map(({ id }) => id))
  const row = rows.find(({ id }) => id === old.id)
  const serviceId = row ? row.serviceId : (service?.id ?? null)
  const found = rows.find(
    (each) =>
      !own.has(each.id) &&
      each.fact === 'open' &&
      each.serviceId === serviceId &&
      each.cents === old.cents &&
      monthOf(each) === monthOf(old) &&
      isNewer(each.id, old.id),
  )
  return found?.id ?? null
}
