import type { Batch } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'

/** `lote-2026-11-25-1002.csv`: the moment of the confirmation, in the business zone, so that files sort by time. Nobody's data. */
export const reportFileName = (
  { confirmedAt, createdAt }: Pick<Batch, 'confirmedAt' | 'createdAt'>,
  kind: 'csv' | 'pdf',
): string => {
  const at = formatInstant(confirmedAt ?? createdAt)
  return at.replace(/^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/, `lote-$3-$2-$1-$4$5.${kind}`)
}
