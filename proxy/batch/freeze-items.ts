import type { EligibilityCode } from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import type { BatchItemRecord } from '../store/records.ts'
import { blocksOf, goingItems } from './going-items.ts'

/** Why an item is not part of what was confirmed. */
const problemOf = (item: BatchItemRecord): ErrorBody => {
  const blocks = blocksOf(item)
  if (blocks.length === 0) return errorBody(new AppError('left-out'))
  const has = (code: EligibilityCode): boolean => blocks.some((reason) => reason.code === code)
  if (has('already-registered')) return errorBody(new AppError('already-registered'))
  if (has('not-read')) return item.problem ?? errorBody(new AppError('not-read'))
  return errorBody(new AppError('inclusion-blocked', { params: { count: blocks.length } }))
}

/**
 * All items as a confirmation freezes them: those that go, and the others with why they are skipped.
 * @param inTheWay the records that hold an item's invoices already, by its position
 */
export const frozenItems = (
  items: readonly BatchItemRecord[],
  accepted: readonly EligibilityCode[],
  { at, inTheWay }: { at: string; inTheWay: ReadonlyMap<number, string> },
): BatchItemRecord[] => {
  const going = new Set(goingItems(items, accepted))
  return items.map((item) => {
    if (going.has(item)) return { ...item, isGoing: true, problem: null }
    const negativationId = inTheWay.get(item.position) ?? null
    const end = { state: 'skipped' as const, at, problem: problemOf(item), changes: [], negativationId }
    return { ...item, isGoing: false, end }
  })
}
