import { setImmediate as breath } from 'node:timers/promises'
import type { BatchItemState } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Ledger } from '../negativation/ledger.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import type { BatchItemRecord, NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { GoingItem } from './attempt.ts'
import type { BatchBook } from './book.ts'
import type { ItemStates } from './item-states.ts'
import { accountRefusals } from './stop-rules.ts'

export interface RunItemsDeps {
  book: Pick<BatchBook, 'keepItems'>
  states: ItemStates
  store: Pick<Store, 'query'>
  ledger: Pick<Ledger, 'get'>
  index: Pick<RecordIndex, 'byConfirmKey'>
  newKey: () => string
}

/** So many items are looked at in one breath. */
const oneBreath = 100

/** A refused one waits too when it was not the debt that was refused. */
const mayWait: ReadonlySet<BatchItemState> = new Set(['waiting', 'refused'])

const isGoing = (item: BatchItemRecord): item is GoingItem =>
  item.isGoing && item.end === null && item.shown !== null && item.seal !== null

/** What still waits in a batch. */
export const runItems = ({ book, states, store, ledger, index, newKey }: RunItemsDeps) => {
  const itemAt = async (batchId: string, position: number): Promise<BatchItemRecord> => {
    const [item] = await store.query('batchItems', { id: `${batchId}:${position}` })
    if (!item) throw new AppError('batch-unknown')
    return item
  }

  /** The record that the item's last attempt led to. */
  const recordOf = async ({ key }: BatchItemRecord): Promise<NegativationRecord | null> => {
    const id = await index.byConfirmKey(key)
    const record = id === null ? null : await ledger.get(id)
    return record?.confirmKey === key ? record : null
  }

  const wasAccountRefused = async ({ id }: NegativationRecord): Promise<boolean> => {
    const lines = await store.query('history', { negativationId: id })
    return lines.some(
      ({ event, code }) => event === 'refused' && accountRefusals.some((refusal) => refusal === code),
    )
  }

  const renewed = (item: GoingItem): GoingItem => ({ ...item, key: newKey() })

  /** The item as it goes into the queue; with another key where its own stands on a draft given up; null when it waits no more. */
  const waitingOf = async (item: GoingItem): Promise<GoingItem | null> => {
    const record = await recordOf(item)
    if (record?.state === 'cancelled') return renewed(item)
    if (record?.state === 'rejected') return (await wasAccountRefused(record)) ? renewed(item) : null
    return item
  }

  return {
    /** The item for another attempt, whose key is used up; kept. @throws what the store throws */
    renew: async (item: GoingItem): Promise<void> => book.keepItems([renewed(item)], true),
    /** In the order of the selection. What a process left behind at its death is mended on the way. @throws what the store throws */
    waiting: async (batchId: string): Promise<GoingItem[]> => {
      const found: GoingItem[] = []
      const fresh: GoingItem[] = []
      for (const [place, position] of (await states.of(batchId)).positions(mayWait).entries()) {
        if (place % oneBreath === 0) await breath()
        const item = await itemAt(batchId, position)
        const waiting = isGoing(item) ? await waitingOf(item) : null
        if (waiting) found.push(waiting)
        if (waiting && waiting.key !== item.key) fresh.push(waiting)
      }
      if (fresh.length > 0) await book.keepItems(fresh, false)
      return found
    },
  }
}
