import { createHash } from 'node:crypto'
import type { BatchItemRecord } from '../store/records.ts'

/**
 * Names everything that was read of a batch: the debts, and what spoke for and against each. The same reading gives the same seal,
 * whenever and in whatever order it was read.
 */
export const batchSealOf = (
  items: readonly Pick<BatchItemRecord, 'position' | 'asked' | 'seal' | 'reasons'>[],
): string => {
  const facts = items
    .toSorted((one, other) => one.position - other.position)
    .map(({ position, asked, seal, reasons }) => [
      position,
      asked.customerId,
      seal,
      reasons.map(({ code, level, written }) => [code, level, written]),
    ])
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url')
}
