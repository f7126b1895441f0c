import { setImmediate as breath } from 'node:timers/promises'
import type { Ledger } from '../negativation/ledger.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import type { BatchItemRecord, NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { GoingItem } from './attempt.ts'
import type { BatchBook } from './book.ts'
import { sendingOf } from './item-state.ts'
import { accountRefusals } from './stop-rules.ts'

interface RunItemsDeps {
  book: Pick<BatchBook, 'items' | 'keepItems'>
  store: Pick<Store, 'query'>
  ledger: Pick<Ledger, 'get'>
  index: Pick<RecordIndex, 'byConfirmKey'>
  newKey: () => string
}

/** So many items are looked at in one breath. */
const oneBreath = 100

const isGoing = (item: BatchItemRecord): item is GoingItem =>
  item.isGoing && item.end === null && item.shown !== null && item.seal !== null

/** What still waits in a batch. */
export const runItems = ({ book, store, ledger, index, newKey }: RunItemsDeps) => {
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

  /** Whether the item's key stands on a record that no longer says anything of the debt: a draft given up, an account refused. */
  const isSpent = async (record: NegativationRecord): Promise<boolean> =>
    record.state === 'rejected'
      ? wasAccountRefused(record)
      : record.state === 'cancelled' && sendingOf(record) === null

  const renewed = (item: GoingItem): GoingItem => ({ ...item, key: newKey() })

  return {
    /** The item for another attempt, whose key is used up; kept. */
    renew: async (item: GoingItem): Promise<GoingItem> => {
      const fresh = renewed(item)
      await book.keepItems([fresh], true)
      return fresh
    },
    /** In the order of the selection. What a process left behind at its death is mended on the way. @throws what the store throws */
    waiting: async (batchId: string): Promise<GoingItem[]> => {
      const found: GoingItem[] = []
      const fresh: GoingItem[] = []
      for (const [place, item] of (await book.items(batchId)).filter(isGoing).entries()) {
        if (place % oneBreath === 0) await breath()
        const record = await recordOf(item)
        if (record !== null && (await isSpent(record))) {
          fresh.push(renewed(item))
          found.push(...fresh.slice(-1))
        } else if (record === null || sendingOf(record) === null) found.push(item)
      }
      if (fresh.length > 0) await book.keepItems(fresh, false)
      return found
    },
  }
}
