import type { SelectedDebt } from '../../../shared/api.ts'
import { mostPartItems } from '../../../shared/batch-limits.ts'

/** Of the debts in one request; the rest of its 48 KiB is for what stands around them (case G71). */
export const mostPartBytes = 47 * 1024

/** As it stands in the request, with the comma. Ids are plain letters and digits: one byte each. */
const bytesOf = (debt: SelectedDebt): number => JSON.stringify(debt).length + 1

/** The debts in as many requests as they need, in their order: none with more than 100, none above the limit of a body. */
export const chunks = (debts: readonly SelectedDebt[]): SelectedDebt[][] => {
  const parts: SelectedDebt[][] = []
  let part: SelectedDebt[] = []
  let bytes = 0
  for (const debt of debts) {
    const size = bytesOf(debt)
    if (part.length > 0 && (part.length === mostPartItems || bytes + size > mostPartBytes)) {
      parts.push(part)
      part = []
      bytes = 0
    }
    part.push(debt)
    bytes += size
  }
  return part.length > 0 ? [...parts, part] : parts
}
