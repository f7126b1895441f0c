import { sendingOf } from '../batch/item-state.ts'
import { linksOf } from '../negativation/registered.ts'
import type { BatchItemEnd, BatchItemRecord, NegativationRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'
import type { Held } from './held.ts'

/** What goes with a record: history, tasks, and the links of its invoices that lead to it. The record itself goes at the ledger. */
export const restOfRecord = async (store: Store, record: NegativationRecord): Promise<Change[]> => {
  const { id } = record
  const history = await store.query('history', { negativationId: id })
  const tasks = await store.query('tasks', { negativationId: id })
  const links = await Promise.all(linksOf(record).map((link) => store.query('invoiceLinks', { id: link.id })))
  return [
    ...history.map((line): Change => ({ collection: 'history', id: line.id, value: null })),
    ...tasks.map((task): Change => ({ collection: 'tasks', id: task.id, value: null })),
    ...links
      .flat()
      .filter(({ negativationId }) => negativationId === id)
      .map((link): Change => ({ collection: 'invoiceLinks', id: link.id, value: null })),
  ]
}

/** A query and its answer. */
export const wholeQuery = (id: string): Change[] => [
  { collection: 'answers', id, value: null },
  { collection: 'queries', id, value: null },
]

const endOf = (item: BatchItemRecord, record: NegativationRecord | undefined): BatchItemEnd['state'] => {
  const sending = record ? sendingOf(record) : null
  if (sending === 'sent' || sending === 'refused' || sending === 'failed') return sending
  return item.end?.state ?? 'cancelled'
}

/** The item keeps its place and its end, so that the batch's numbers stay right; whom it was about is gone. */
export const emptiedItem = (
  { item, batch }: Held['items'][number],
  records: readonly NegativationRecord[],
  now: string,
): BatchItemRecord => {
  const record = records.find(({ confirmKey }) => confirmKey === item.key)
  const at = item.end?.at ?? record?.changedAt ?? batch.endedAt ?? now
  return {
    ...item,
    asked: { customerId: '0', serviceId: null, invoiceIds: ['0'] },
    code: '',
    name: '',
    document: '',
    shown: null,
    seal: null,
    reasons: [],
    shortened: [],
    problem: null,
    end: { state: endOf(item, record), at, problem: null, changes: [], negativationId: null },
  }
}
