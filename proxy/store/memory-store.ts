import type { Store } from './store.ts'
import { changed, emptyTables, select } from './tables.ts'

/** The store's in-memory twin, for tests: same rules, no disk. */
export const memoryStore = (): Store => {
  let tables = emptyTables()
  return {
    load: async () => {},
    commit: async (changes) => {
      tables = changed(tables, changes)
    },
    query: async (collection, match = {}) => select(tables[collection], match) as never,
  }
}
