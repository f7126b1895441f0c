import type { Collection, Store } from './store.ts'

/** The store's in-memory twin, for tests: same rules, no disk. */
export const memoryStore = (): Store => {
  const tables = new Map<Collection, Map<string, unknown>>()
  const table = (collection: Collection): Map<string, unknown> => {
    const known = tables.get(collection) ?? new Map<string, unknown>()
    tables.set(collection, known)
    return known
  }
  return {
    load: async () => {},
    commit: async (changes) => {
      for (const { collection, id, value } of changes) {
        if (value === null) table(collection).delete(id)
        else table(collection).set(id, structuredClone(value))
      }
    },
    query: async (collection, match = {}) =>
      [...table(collection).values()]
        .filter((record) =>
          Object.entries(match).every(([field, value]) => (record as Record<string, unknown>)[field] === value),
        )
        .map((record) => structuredClone(record)) as never,
  }
}
