import type { BatchItemState } from '../../shared/api.ts'
import type { BatchRecord } from '../store/records.ts'
import type { ItemCounts } from './item-state.ts'

type Ending = Pick<BatchRecord, 'state' | 'endedAt'>

/** The rest of a batch was given up, and what was being sent then has come to its end. */
const isRestCancelled = ({ state, endedAt }: Ending): boolean => state === 'cancelled' && endedAt !== null

/**
 * Where an item is for a screen: what waits in a cancelled batch is cancelled. Not written on each item, so that no crash can leave
 * half of them.
 */
export const shownState = (batch: Ending, state: BatchItemState): BatchItemState =>
  state === 'waiting' && isRestCancelled(batch) ? 'cancelled' : state

export const shownCounts = (batch: Ending, counts: ItemCounts): ItemCounts =>
  isRestCancelled(batch) ? { ...counts, cancelled: counts.cancelled + counts.waiting, waiting: 0 } : counts

/** The states on the items that a screen means by these. */
export const meantStates = (
  batch: Ending,
  states: readonly BatchItemState[],
): ReadonlySet<BatchItemState> => {
  const meant = new Set(states)
  if (!isRestCancelled(batch)) return meant
  // A batch that is over has nothing that waits; asked for that alone, nothing is meant.
  if (meant.has('cancelled')) meant.add('waiting')
  else meant.delete('waiting')
  return meant
}
