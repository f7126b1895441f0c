import type { BatchItem, BatchItemState, OperationOutput } from '../../../shared/api.ts'
import { call } from '../../messaging/call.ts'

/** Debts in one answer; the service gives no more. */
export const itemPageSize = 500

export type ItemPage = OperationOutput<'batchItems'>

interface ReadOptions {
  signal?: AbortSignal
  /** After each page. */
  onProgress?: (done: number, total: number) => void
}

/** Some debts of a batch in the order of the selection, those in one of `states` alone when there are any. @throws what `call` throws */
export const readItemPage = (
  id: string,
  states: readonly BatchItemState[],
  from: number,
  signal?: AbortSignal,
): Promise<ItemPage> =>
  call('batchItems', { id, states: [...states], from, count: itemPageSize }, signal ? { signal } : {})

/** Every debt of a batch, in the order of the selection. @throws what `call` throws, the signal's reason on abort */
export const readItems = async (
  id: string,
  { signal, onProgress }: ReadOptions = {},
): Promise<BatchItem[]> => {
  const items: BatchItem[] = []
  for (let from: number | null = 0; from !== null;) {
    signal?.throwIfAborted()
    const page: ItemPage = await readItemPage(id, [], from, signal)
    items.push(...page.items)
    onProgress?.(items.length, page.total)
    from = page.next
  }
  return items
}
