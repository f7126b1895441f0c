import type { EligibilityCode, EligibilityReason } from '../../shared/api.ts'
import type { BatchItemRecord } from '../store/records.ts'

type Judged = Pick<BatchItemRecord, 'shown' | 'reasons'>

/** What keeps an item back for good. An item that could not be read always has one. */
export const blocksOf = ({ shown, reasons }: Judged): EligibilityReason[] => {
  const blocks = reasons.filter(({ level }) => level === 'block')
  return blocks.length > 0 || shown
    ? blocks
    : [{ code: 'not-read', level: 'block', written: false, params: {} }]
}

export const warningsOf = ({ reasons }: Judged): EligibilityReason[] =>
  reasons.filter(({ level }) => level === 'warn')

/** The items that a confirmation with these warnings accepted is about: read, without a block, and every warning accepted. */
export const goingItems = <Item extends Judged>(
  items: readonly Item[],
  accepted: readonly EligibilityCode[],
): Item[] => {
  const isAccepted = new Set(accepted)
  return items.filter(
    (item) => blocksOf(item).length === 0 && warningsOf(item).every(({ code }) => isAccepted.has(code)),
  )
}
