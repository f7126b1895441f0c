import type { OperationParsed, SelectedDebt } from '../../shared/api.ts'
import { mostBatchItems } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'

export type BatchPart = OperationParsed<'batchDraft'>

/** A selection of which every part has come. */
export interface Selection extends Pick<BatchPart, 'key' | 'erpId' | 'integrationId' | 'reasonCode'> {
  debts: SelectedDebt[]
}

/** A selection's parts, in memory, until all have come (case G71). */
export interface Assembly {
  /**
   * Takes one part; the same part again is the same part. Gives how many are still missing, and the whole once none is; it is
   * forgotten then. @throws `batch-too-large`, `batch-parts-differ`; what had come of it is then forgotten
   */
  take(part: BatchPart): { missing: number; whole: Selection | null }
}

/** Without a new part for so long a selection is forgotten; milliseconds. */
const patience = 10 * 60_000
/** So many selections are gathered at once; the oldest gives way. */
const mostSelections = 20

interface Gathered {
  first: BatchPart
  parts: Map<number, SelectedDebt[]>
  newsAt: number
}

const isSameSelection = (one: BatchPart, other: BatchPart): boolean =>
  one.erpId === other.erpId &&
  one.integrationId === other.integrationId &&
  one.reasonCode === other.reasonCode &&
  one.parts === other.parts

const isSamePart = (one: readonly SelectedDebt[], other: readonly SelectedDebt[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** @throws `batch-parts-differ` for a part that does not belong to what has come before */
const assertFits = ({ first, parts }: Gathered, part: BatchPart): void => {
  const before = parts.get(part.part)
  if (part.part >= part.parts || !isSameSelection(first, part) || (before && !isSamePart(before, part.debts)))
    throw new AppError('batch-parts-differ')
}

/** @throws `batch-too-large` */
const assertRoom = ({ parts }: Gathered): void => {
  const count = [...parts.values()].reduce((sum, debts) => sum + debts.length, 0)
  if (count > mostBatchItems)
    throw new AppError('batch-too-large', { params: { count, max: mostBatchItems } })
}

export const partAssembly = ({ clock }: { clock: Clock }): Assembly => {
  const gathered = new Map<string, Gathered>()

  const tidy = (): void => {
    for (const [key, { newsAt }] of gathered)
      // A clock that was set back must not keep it for hours.
      if (Math.abs(clock() - newsAt) >= patience) gathered.delete(key)
    while (gathered.size > mostSelections) gathered.delete(gathered.keys().next().value!)
  }

  const put = (part: BatchPart): Gathered => {
    const { key } = part
    const selection = gathered.get(key) ?? { first: part, parts: new Map(), newsAt: clock() }
    assertFits(selection, part)
    selection.parts.set(part.part, part.debts)
    assertRoom(selection)
    selection.newsAt = clock()
    gathered.delete(key)
    gathered.set(key, selection)
    return selection
  }

  return {
    take: (part) => {
      tidy()
      try {
        const { parts } = put(part)
        const missing = part.parts - parts.size
        if (missing > 0) return { missing, whole: null }
        const { key, erpId, integrationId, reasonCode } = part
        const debts = Array.from({ length: part.parts }, (_, index) => parts.get(index)!).flat()
        gathered.delete(key)
        return { missing, whole: { key, erpId, integrationId, reasonCode, debts } }
      } catch (thrown) {
        gathered.delete(part.key)
        throw thrown
      }
    },
  }
}
