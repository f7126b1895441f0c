import type { Change, Collection } from './store.ts'

export const collections = [
  'clients',
  'integrations',
  'erps',
  'queries',
  'answers',
  'policies',
] as const satisfies readonly Collection[]

/** The records of one collection by id, oldest first. */
export type Table = ReadonlyMap<string, unknown>
export type Tables = Readonly<Record<Collection, Table>>

export const emptyTables = (): Tables => ({
  clients: new Map(),
  integrations: new Map(),
  erps: new Map(),
  queries: new Map(),
  answers: new Map(),
  policies: new Map(),
})

/** The tables after all `changes`; the given ones stay as they are. An update keeps the record's place. */
export const changed = (tables: Tables, changes: readonly Change[]): Tables => {
  const next: Record<string, Map<string, unknown>> = {}
  for (const { collection, id, value } of changes) {
    const table = (next[collection] ??= new Map(tables[collection]))
    if (value === null) table.delete(id)
    else table.set(id, structuredClone(value))
  }
  return { ...tables, ...next }
}

/** Copies of the records whose top-level fields equal `match`, oldest first. */
export const select = (table: Table, match: object): unknown[] =>
  [...table.values()]
    .filter((record) =>
      Object.entries(match).every(([field, value]) => Reflect.get(record as object, field) === value),
    )
    .map((record) => structuredClone(record))
