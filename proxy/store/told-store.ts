import type { Change, Store } from './store.ts'

/** A store that tells what was committed, so that what is kept in memory can follow it. */
export interface ToldStore extends Store {
  /** Told of each commit after it is durable, in the order of the commits. Returns a function that ends it. */
  watch(listener: (changes: readonly Change[]) => void): () => void
}

/** Puts the telling in front of a store; whoever commits past it is not heard. */
export const toldStore = <Kept extends Store>(store: Kept): Kept & ToldStore => {
  const listeners = new Set<(changes: readonly Change[]) => void>()
  return {
    ...store,
    commit: async (changes, options) => {
      await store.commit(changes, options)
      for (const listener of listeners) listener(changes)
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
