import { setImmediate as breath } from 'node:timers/promises'
import type { BatchItemState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Ledger } from '../negativation/ledger.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import type { BatchItemRecord } from '../store/records.ts'
import type { BatchBook } from './book.ts'
import { sendingOf } from './item-state.ts'
import type { ItemCounts } from './item-state.ts'
import { trackedItems } from './tracked-items.ts'
import type { Tracked } from './tracked-items.ts'

/** Where the items of one batch are at this moment; live, and free to look at. */
export interface BatchStates {
  /** Of what was confirmed. */
  counts(): ItemCounts
  /** The positions of the items in these states, in order; of all for none. */
  positions(states: ReadonlySet<BatchItemState>): number[]
  /** @throws RangeError for a position that there is not */
  stateAt(position: number): BatchItemState
}

/** The truth about the items of the batches that are looked at or run, in memory. */
export interface ItemStates {
  /** Read from the disk once, then followed. @throws what the store throws; the next call reads again */
  of(batchId: string): Promise<BatchStates>
}

export interface ItemStatesDeps {
  book: Pick<BatchBook, 'items' | 'watch'>
  ledger: Pick<Ledger, 'get' | 'watch'>
  index: Pick<RecordIndex, 'byConfirmKey'>
  clock: Clock
}

/** A batch in which nothing is to happen any more is forgotten after so many milliseconds without a look. */
const remembered = 10 * 60_000
/** So many items are looked up before the service takes a breath. */
const atOnce = 500

/** Follows book and ledger from the moment it is made. */
export const itemStates = ({ book, ledger, index, clock }: ItemStatesDeps): ItemStates => {
  const batches = new Map<string, { items: Tracked; loaded: Promise<void>; usedAt: number }>()
  /** Which batch's item bears a key. */
  const byKey = new Map<string, { items: Tracked; position: number }>()

  const put = (items: Tracked, item: BatchItemRecord): void => {
    const before = items.keyAt(item.position)
    if (before !== null && before !== item.key) byKey.delete(before)
    items.put(item)
    byKey.set(item.key, { items, position: item.position })
  }

  book.watch((item) => {
    const batch = batches.get(item.batchId)
    if (batch) put(batch.items, item)
  })
  ledger.watch((record) => {
    const place = record.confirmKey === null ? undefined : byKey.get(record.confirmKey)
    if (place) place.items.told(place.position, sendingOf(record))
  })

  const lookUp = async (items: Tracked, { position, key }: BatchItemRecord): Promise<void> => {
    const id = await index.byConfirmKey(key)
    const record = id === null ? null : await ledger.get(id)
    // A record that was confirmed anew since bears another key; and what the ledger told meanwhile is newer than what was read.
    if (record?.confirmKey === key && items.keyAt(position) === key)
      items.readOnce(position, sendingOf(record))
  }

  const load = async (items: Tracked, batchId: string): Promise<void> => {
    const found = await book.items(batchId)
    // What the book told meanwhile is newer than what was read.
    for (const item of found) if (items.keyAt(item.position) === null) put(items, item)
    for (const [count, item] of found.entries()) {
      await lookUp(items, item)
      if (count % atOnce === atOnce - 1) await breath()
    }
  }

  const forget = (batchId: string): void => {
    const batch = batches.get(batchId)
    if (!batch) return
    batches.delete(batchId)
    for (const key of batch.items.keys()) byKey.delete(key)
  }
  const tidy = (): void => {
    for (const [batchId, { items, usedAt }] of batches)
      // A clock that was set back must not keep it for hours.
      if (Math.abs(clock() - usedAt) >= remembered && !items.isGoingOn()) forget(batchId)
  }

  return {
    of: async (batchId) => {
      tidy()
      const known = batches.get(batchId)
      if (known) {
        known.usedAt = clock()
        await known.loaded
        return known.items
      }
      const items = trackedItems()
      const loaded = load(items, batchId)
      batches.set(batchId, { items, loaded, usedAt: clock() })
      try {
        await loaded
      } catch (thrown) {
        forget(batchId)
        throw thrown
      }
      return items
    },
  }
}
