import type { BatchItemState } from '../../shared/api.ts'
import type { BatchItemRecord } from '../store/records.ts'
import { itemStateOf, noItems } from './item-state.ts'
import type { ItemCounts } from './item-state.ts'

/** The few words about an item that decide where it is. */
interface Entry {
  key: string
  isGoing: boolean
  end: BatchItemRecord['end']
  /** What the record says that bears the key; null without one. */
  sending: BatchItemState | null
  /** Told by the ledger since: what is read from the disk is older. */
  isTold: boolean
  state: BatchItemState
}

/** The items of one batch with their states, counted as they change. Pure memory. */
export interface Tracked {
  /** The item as it has become; a new key has no record yet. */
  put(item: BatchItemRecord): void
  /** The record of an item has changed. */
  told(position: number, sending: BatchItemState | null): void
  /** The record of an item as it lay on the disk; says nothing where the ledger was quicker. */
  readOnce(position: number, sending: BatchItemState | null): void
  /** Null where there is no such item. */
  keyAt(position: number): string | null
  keys(): Iterable<string>
  /** Of what was confirmed. */
  counts(): ItemCounts
  positions(states: ReadonlySet<BatchItemState>): number[]
  stateAt(position: number): BatchItemState
  /** Whether anything confirmed waits or is being sent. */
  isGoingOn(): boolean
}

export const trackedItems = (): Tracked => {
  const entries = new Map<number, Entry>()
  const counts = noItems()

  const set = (position: number, entry: Entry): void => {
    const before = entries.get(position)
    if (before?.isGoing) counts[before.state] -= 1
    entries.set(position, entry)
    if (entry.isGoing) counts[entry.state] += 1
  }
  const note = (position: number, fields: Pick<Entry, 'sending' | 'isTold'>): void => {
    const entry = entries.get(position)
    if (entry) set(position, { ...entry, ...fields, state: itemStateOf(entry, fields.sending) })
  }

  return {
    put: ({ position, key, isGoing, end }) => {
      const before = entries.get(position)
      const { sending, isTold } = before?.key === key ? before : { sending: null, isTold: false }
      set(position, { key, isGoing, end, sending, isTold, state: itemStateOf({ end }, sending) })
    },
    told: (position, sending) => note(position, { sending, isTold: true }),
    readOnce: (position, sending) => {
      if (entries.get(position)?.isTold === false) note(position, { sending, isTold: false })
    },
    keyAt: (position) => entries.get(position)?.key ?? null,
    keys: () => Array.from(entries.values(), ({ key }) => key),
    counts: () => ({ ...counts }),
    positions: (states) =>
      [...entries]
        .filter(([, { state }]) => states.size === 0 || states.has(state))
        .map(([position]) => position)
        .toSorted((one, other) => one - other),
    stateAt: (position) => {
      const entry = entries.get(position)
      if (!entry) throw new RangeError('no such item')
      return entry.state
    },
    isGoingOn: () => counts.waiting + counts.sending > 0,
  }
}
