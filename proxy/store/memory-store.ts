import type { Change, Store } from './store.ts'
import { applyChanges, emptyTables } from './tables.ts'

/** The store's in-memory twin, for tests: same rules, no disk. */
export const memoryStore = (): Store => {
  const tables = emptyTables()
  return {
    load: async () => {},
    // Through JSON, as on the disk: what would be lost there is not found here either.
    commit: async (changes) => applyChanges(tables, JSON.parse(JSON.stringify(changes)) as Change[]),
    query: async (collection, match = {}) => tables[collection].select(match) as never,
    status: () => ({ isReadOnly: false, reason: null }),
    maintain: async () => {},
    close: async () => {},
  }
}
