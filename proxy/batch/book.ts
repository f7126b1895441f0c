import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { InTurn } from '../store/in-turn.ts'
import { inTurn } from '../store/in-turn.ts'
import type { BatchLogRecord } from '../store/batch-log-record.ts'
import type { BatchItemRecord, BatchRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'

/** What is to happen to the newest version of a batch. */
export interface BatchChange {
  fields: Partial<Omit<BatchRecord, 'id' | 'version' | 'log'>>
  /** Null for what nobody needs to see in the log. */
  entry: Pick<BatchLogRecord, 'event' | 'actor' | 'text'> | null
  /** Kept in the same commit. */
  items?: readonly BatchItemRecord[]
  /** Has happened already: kept even on a full disk (case G84). */
  isOutcome?: boolean
}

/** The one door through which batches and their items change. */
export interface BatchBook {
  /** @throws `batch-unknown` */
  get(id: string): Promise<BatchRecord>
  /** Newest first. */
  list(): Promise<BatchRecord[]>
  byKey(key: string): Promise<BatchRecord | null>
  /** @throws `store-write-failed`, `disk-full` */
  create(batch: BatchRecord, items: readonly BatchItemRecord[]): Promise<void>
  /**
   * Asks `decide` about the newest version, one at a time for each batch; durable when it resolves. Null when `decide` gives null, and
   * then nothing was written. @throws `batch-unknown`, `store-write-failed`, `disk-full`
   */
  change(id: string, decide: (batch: BatchRecord) => BatchChange | null): Promise<BatchRecord | null>
  /** In the order of the selection. */
  items(batchId: string): Promise<BatchItemRecord[]>
  /** Null where there is no such item. */
  item(batchId: string, position: number): Promise<BatchItemRecord | null>
  /** Keeps items as they have become; `isOutcome` for what has happened already. @throws `store-write-failed`, `disk-full` */
  keepItems(items: readonly BatchItemRecord[], isOutcome: boolean): Promise<void>
  /** Told of every item after it is on disk. Returns a function that ends it. */
  watch(listener: (item: BatchItemRecord) => void): () => void
}

const itemChange = (item: BatchItemRecord): Change => ({ collection: 'batchItems', id: item.id, value: item })

export const batchBook = ({ store, clock }: { store: Store; clock: Clock }): BatchBook => {
  const turns = new Map<string, InTurn>()
  const listeners = new Set<(item: BatchItemRecord) => void>()

  const turnOf = (id: string): InTurn => {
    const turn = turns.get(id) ?? inTurn()
    turns.set(id, turn)
    return turn
  }
  const get = async (id: string): Promise<BatchRecord> => {
    const [batch] = await store.query('batches', { id })
    if (!batch) throw new AppError('batch-unknown')
    return batch
  }
  const keep = async (
    changes: readonly Change[],
    items: readonly BatchItemRecord[],
    outcome: boolean,
  ): Promise<void> => {
    await store.commit([...changes, ...items.map(itemChange)], { outcome })
    for (const item of items) for (const listener of listeners) listener(item)
  }

  return {
    get,
    list: async () =>
      (await store.query('batches')).toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)),
    byKey: async (key) => (await store.query('batches', { key }))[0] ?? null,
    create: (batch, items) => keep([{ collection: 'batches', id: batch.id, value: batch }], items, false),
    change: (id, decide) =>
      turnOf(id)(async () => {
        const before = await get(id)
        const change = decide(before)
        if (!change) return null
        const { fields, entry, items = [], isOutcome = false } = change
        const at = new Date(clock()).toISOString()
        const after: BatchRecord = {
          ...before,
          ...fields,
          version: before.version + 1,
          log: entry ? [...before.log, { at, ...entry }] : before.log,
        }
        await keep([{ collection: 'batches', id, value: after }], items, isOutcome)
        return after
      }),
    items: async (batchId) =>
      (await store.query('batchItems', { batchId })).toSorted((one, other) => one.position - other.position),
    item: async (batchId, position) =>
      (await store.query('batchItems', { id: `${batchId}:${position}` }))[0] ?? null,
    keepItems: (items, isOutcome) => keep([], items, isOutcome),
    watch: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
