import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { InTurn } from '../store/in-turn.ts'
import { inTurn } from '../store/in-turn.ts'
import type { HistoryRecord, NegativationRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'
import type { MachineEvent } from './event.ts'
import { transition } from './machine.ts'

/** The program's name in the history. */
export const program = 'Nada Consta'

/** What is to happen to the newest version of a record. */
export interface Act {
  event: MachineEvent
  actor: string
  /** Committed together with the transition: tasks, links. */
  with?: readonly Change[]
}

/** The one door through which records change: compare-and-set, one at a time per record, history included. */
export interface Ledger {
  /** @throws `negativation-unknown` */
  get(id: string): Promise<NegativationRecord>
  /**
   * Asks `decide` about the newest version and commits what comes of it; durable when it resolves.
   * Resolves to null when `decide` gives null or the event means nothing in this state; then nothing was written.
   * @throws `negativation-unknown`, `store-write-failed`
   */
  apply(id: string, decide: (record: NegativationRecord) => Act | null): Promise<NegativationRecord | null>
  /**
   * Creates a draft, or shows one anew; the only change that is no transition. `write` is given the newest version, or null when there
   * is none yet. Resolves to null when the record has left `draft` meanwhile, and then nothing was written.
   * @throws `store-write-failed`
   */
  draft(
    id: string,
    write: (before: NegativationRecord | null) => NegativationRecord,
    entry: HistoryRecord | null,
  ): Promise<NegativationRecord | null>
  /**
   * Creates a record and lets its first event happen to it, in one commit: nobody ever sees the draft. Resolves to null when the event
   * means nothing to a draft, and then nothing was written. @throws `store-write-failed`, `disk-full`
   */
  begin(draft: NegativationRecord, entry: HistoryRecord, act: Act): Promise<NegativationRecord | null>
  /**
   * Erases records for good together with what `decide` adds, in one commit, while nothing else can happen to any of them. `decide` gets
   * the newest versions, without those that are gone already; null, or what it throws, erases nothing. @throws `store-write-failed`
   */
  erase(
    ids: readonly string[],
    decide: (records: readonly NegativationRecord[]) => Promise<readonly Change[] | null>,
  ): Promise<void>
  /** Told of each erased id after it is gone from the disk. */
  watchErased(listener: (id: string) => void): void
  /** Told after each change is on disk. Returns a function that ends it. */
  watch(listener: (record: NegativationRecord) => void): () => void
}

export const ledgerOf = ({ store, clock }: { store: Store; clock: Clock }): Ledger => {
  const turns = new Map<string, { turn: InTurn; waiting: number }>()
  const listeners = new Set<(record: NegativationRecord) => void>()
  const erasedListeners = new Set<(id: string) => void>()

  const inTurnOf = async <Result>(id: string, task: () => Promise<Result>): Promise<Result> => {
    const entry = turns.get(id) ?? { turn: inTurn(), waiting: 0 }
    turns.set(id, entry)
    entry.waiting += 1
    try {
      return await entry.turn(task)
    } finally {
      entry.waiting -= 1
      if (entry.waiting === 0) turns.delete(id)
    }
  }

  const get = async (id: string): Promise<NegativationRecord> => {
    const [record] = await store.query('negativations', { id })
    if (!record) throw new AppError('negativation-unknown')
    return record
  }

  const keep = async (
    record: NegativationRecord,
    entries: readonly (HistoryRecord | null)[],
    { others = [], outcome }: { others?: readonly Change[] | undefined; outcome: boolean },
  ): Promise<NegativationRecord> => {
    const changes: Change[] = [
      { collection: 'negativations', id: record.id, value: record },
      ...entries.flatMap((entry) =>
        entry ? [{ collection: 'history' as const, id: entry.id, value: entry }] : [],
      ),
      ...others,
    ]
    await store.commit(changes, { outcome })
    for (const listener of listeners) listener(record)
    return record
  }

  return {
    get,
    apply: (id, decide) =>
      inTurnOf(id, async () => {
        const before = await get(id)
        const act = decide(before)
        if (!act) return null
        const moved = transition(before, act.event, new Date(clock()).toISOString(), act.actor)
        // The intent to include is all that a full disk may refuse; what has happened, and what clears a name, is kept (case G84).
        const outcome = act.event.kind !== 'confirm'
        return moved && keep(moved.record, [moved.entry], { others: act.with, outcome })
      }),
    draft: (id, write, entry) =>
      inTurnOf(id, async () => {
        const [before = null] = await store.query('negativations', { id })
        return before && before.state !== 'draft' ? null : keep(write(before), [entry], { outcome: false })
      }),
    begin: (draft, entry, act) =>
      inTurnOf(draft.id, async () => {
        const moved = transition(draft, act.event, new Date(clock()).toISOString(), act.actor)
        return moved && keep(moved.record, [entry, moved.entry], { others: act.with, outcome: false })
      }),
    erase: (ids, decide) => {
      const each = [...new Set(ids)]
      const erase = async (): Promise<void> => {
        const found = (await Promise.all(each.map((id) => store.query('negativations', { id })))).flat()
        const changes = await decide(found)
        if (!changes) return
        const gone = found.map(({ id }): Change => ({ collection: 'negativations', id, value: null }))
        await store.commit([...gone, ...changes], { outcome: true })
        for (const { id } of found) for (const listener of erasedListeners) listener(id)
      }
      // Everybody takes the turns in the same order, so that two erasures never wait for each other.
      return each.toSorted().reduce((inner, id) => () => inTurnOf(id, inner), erase)()
    },
    watchErased: (listener) => void erasedListeners.add(listener),
    watch: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
