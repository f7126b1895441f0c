import type { BatchItem, OperationOutput, OperationParsed } from '../../shared/api.ts'
import type { Ledger } from '../negativation/ledger.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import type { BatchItemRecord, BatchRecord, NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { BatchBook } from './book.ts'
import type { BatchStates, ItemStates } from './item-states.ts'
import { itemView } from './item-view.ts'
import { meantStates, shownState } from './shown-states.ts'

export interface ItemPageDeps {
  store: Pick<Store, 'query'>
  book: Pick<BatchBook, 'get' | 'item'>
  ledger: Pick<Ledger, 'get'>
  index: Pick<RecordIndex, 'byConfirmKey'>
  states: ItemStates
}

/** A page of a batch's items as they are now, whole records of this page alone. @throws `batch-unknown` */
export const batchItemPage = ({ store, book, ledger, index, states }: ItemPageDeps) => {
  const recordOf = async ({ key }: BatchItemRecord): Promise<NegativationRecord | null> => {
    const id = await index.byConfirmKey(key)
    const record = id === null ? null : await ledger.get(id)
    return record?.confirmKey === key ? record : null
  }
  const view = async (item: BatchItemRecord, batch: BatchRecord, items: BatchStates): Promise<BatchItem> => {
    const record = await recordOf(item)
    const history = record ? await store.query('history', { negativationId: record.id }) : []
    const state = shownState(batch, items.stateAt(item.position))
    return itemView(item, { state, record, history, batchEndedAt: batch.endedAt })
  }

  return async (input: OperationParsed<'batchItems'>): Promise<OperationOutput<'batchItems'>> => {
    const { id, from, count } = input
    const batch = await book.get(id)
    const items = await states.of(id)
    const meant = meantStates(batch, input.states)
    // Asked for states that nothing can have here: an empty set would mean all of them.
    const found = input.states.length > 0 && meant.size === 0 ? [] : items.positions(meant)
    const page: BatchItem[] = []
    for (const position of found.slice(from, from + count)) {
      const item = await book.item(id, position)
      if (item) page.push(await view(item, batch, items))
    }
    return { items: page, total: found.length, next: from + count < found.length ? from + count : null }
  }
}
