import type { QueryRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Outcome } from './outcome.ts'
import { changesOf } from './outcome.ts'

/**
 * Where a query's outcome goes. When the disk takes it not (case G84), the paid answer stays in memory, is shown from there and is
 * written with the next tick; only the end of the process could lose it, and then the record on disk says `uncertain`.
 */
export interface Outcomes {
  keep(outcome: Outcome): Promise<void>
  /** Tries again to write what could not be written. */
  retry(): Promise<void>
  /** The record with its outcome, when that is not on disk yet. */
  newest(query: QueryRecord): QueryRecord
  answer(queryId: string): Promise<string | null>
}

/** @param onFailure told of each write that the disk did not take */
export const outcomesIn = (store: Store, onFailure: (thrown: unknown) => void): Outcomes => {
  const unwritten = new Map<string, Outcome>()
  const write = async (outcome: Outcome): Promise<void> => {
    try {
      await store.commit(changesOf(outcome), { outcome: true })
      unwritten.delete(outcome.query.id)
    } catch (thrown) {
      onFailure(thrown)
    }
  }
  return {
    keep: async (outcome) => {
      unwritten.set(outcome.query.id, outcome)
      await write(outcome)
    },
    retry: async () => {
      for (const outcome of unwritten.values()) await write(outcome)
    },
    newest: (query) => unwritten.get(query.id)?.query ?? query,
    answer: async (queryId) => {
      const waiting = unwritten.get(queryId)
      if (waiting) return waiting.html
      const [kept] = await store.query('answers', { id: queryId })
      return kept?.html ?? null
    },
  }
}
