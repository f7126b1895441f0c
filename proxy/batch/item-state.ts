import type { BatchItemState, NegativationState } from '../../shared/api.ts'
import { batchItemStates } from '../../shared/api.ts'
import type { BatchItemRecord, NegativationRecord } from '../store/records.ts'

/** What the record that bears an item's key says of the item; null for one that was not sent. */
const bySending: Readonly<Record<NegativationState, BatchItemState | null>> = {
  draft: null,
  cancelled: null,
  sending: 'sending',
  unknown: 'unknown',
  'not-included': 'failed',
  rejected: 'refused',
  sent: 'sent',
  active: 'sent',
  'removal-requested': 'sent',
  removing: 'sent',
  verifying: 'sent',
  removed: 'sent',
}

/** What a record's state means for the item whose key it bears; null while it says nothing. */
export const sendingOf = ({
  state,
  removal,
}: Pick<NegativationRecord, 'state' | 'removal'>): BatchItemState | null =>
  // Somebody wished it cleared before it had left: it is not to leave any more.
  state === 'cancelled' && removal ? 'cancelled' : bySending[state]

/** The meaning of a state alone, as it stands in a line of the history. */
export const sendingOfState = (state: NegativationState): BatchItemState | null => bySending[state]

/** Where an item is: its record decides, then its own end (case G43). @param sending of the record that bears its key, else null */
export const itemStateOf = (
  { end }: Pick<BatchItemRecord, 'end'>,
  sending: BatchItemState | null,
): BatchItemState => sending ?? end?.state ?? 'waiting'

export type ItemCounts = Record<BatchItemState, number>

/** No item in any state. */
export const noItems = (): ItemCounts =>
  Object.fromEntries(batchItemStates.map((state) => [state, 0])) as ItemCounts
