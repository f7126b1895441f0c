import { setImmediate as breath } from 'node:timers/promises'
import type { HeldCounts } from '../../shared/api.ts'
import { negativationStates } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import { parseDocument } from '../../shared/document.ts'
import type { PrivacyActRecord, ProofRecord } from '../store/privacy-records.ts'
import type {
  AnswerRecord,
  BatchItemRecord,
  BatchRecord,
  HistoryRecord,
  NegativationRecord,
  QueryRecord,
  TaskRecord,
} from '../store/records.ts'
import type { Store } from '../store/store.ts'

/** Everything that the store holds about one document. */
export interface Held {
  queries: QueryRecord[]
  answers: AnswerRecord[]
  records: NegativationRecord[]
  history: HistoryRecord[]
  tasks: TaskRecord[]
  /** With the batch that it belongs to. */
  items: { item: BatchItemRecord; batch: BatchRecord }[]
  /** What an earlier erasure has left. */
  proofs: ProofRecord[]
  acts: PrivacyActRecord[]
}

const recordsOf = async (store: Store, document: Document): Promise<NegativationRecord[]> => {
  const found: NegativationRecord[] = []
  for (const state of negativationStates) {
    const some = await store.query('negativations', { state })
    found.push(...some.filter(({ debtor }) => debtor.document === document))
    await breath()
  }
  return found
}

const customerKey = (erpId: string, customerId: string): string => `${erpId}:${customerId}`

/** The items that name the document, and those of the same customers that the ERP could not be asked about. */
const itemsOf = async (
  store: Store,
  document: Document,
  records: readonly NegativationRecord[],
): Promise<Held['items']> => {
  const all: Held['items'] = []
  const customers = new Set(records.map(({ erpId, customer }) => customerKey(erpId, customer.id)))
  const isNamed = ({ document: text, shown }: BatchItemRecord): boolean =>
    shown?.debtor.document === document || parseDocument(text) === document
  const unread: Held['items'] = []
  for (const batch of await store.query('batches')) {
    for (const item of await store.query('batchItems', { batchId: batch.id }))
      if (isNamed(item)) {
        all.push({ item, batch })
        customers.add(customerKey(batch.erpId, item.asked.customerId))
      } else if (item.document === '') unread.push({ item, batch })
    await breath()
  }
  return [
    ...all,
    ...unread.filter(({ item, batch }) => customers.has(customerKey(batch.erpId, item.asked.customerId))),
  ]
}

/** Reads all that is held about a document; `person` is its keyed hash. Walks over every record: a rare act of an administrator. */
export const heldAbout = async (store: Store, document: Document, person: string): Promise<Held> => {
  const queries = await store.query('queries', { document })
  const records = await recordsOf(store, document)
  const each = async <Found>(find: (id: string) => Promise<Found[]>): Promise<Found[]> =>
    (await Promise.all(records.map(({ id }) => find(id)))).flat()
  return {
    queries,
    answers: (await Promise.all(queries.map(({ id }) => store.query('answers', { id })))).flat(),
    records,
    history: await each((negativationId) => store.query('history', { negativationId })),
    tasks: await each((negativationId) => store.query('tasks', { negativationId })),
    items: await itemsOf(store, document, records),
    proofs: await store.query('proofs', { person }),
    acts: await store.query('privacyActs', { person }),
  }
}

export const countsOf = (held: Held): HeldCounts => ({
  queries: held.queries.length,
  reports: held.answers.length,
  records: held.records.length,
  history: held.history.length,
  batchItems: held.items.length,
  tasks: held.tasks.length,
})
