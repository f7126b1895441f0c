import type { Change, Collection } from './store.ts'
import { createTable } from './table.ts'
import type { Kept, Table } from './table.ts'

/** Every collection, each with the fields that `query` finds without a scan. */
export const indexed = {
  clients: ['revokedAt'],
  integrations: [],
  erps: [],
  queries: ['document', 'key', 'state', 'hasAnswer'],
  answers: [],
  policies: [],
  inclusionPolicies: [],
  negativations: ['key', 'state', 'contract', 'integrationId', 'erpId'],
  history: ['negativationId'],
  invoiceLinks: [],
  tasks: ['isOpen', 'isStanding', 'negativationId'],
  batches: ['key', 'state'],
  batchItems: ['batchId', 'key'],
  proofs: ['person'],
  privacyActs: ['person'],
  acts: [],
  sweeps: [],
  heartbeats: [],
  restores: [],
  restoreChecks: [],
} as const satisfies Record<Collection, readonly string[]>

export const collections = Object.keys(indexed) as Collection[]

export type Tables = Readonly<Record<Collection, Table>>

export const emptyTables = (): Tables =>
  Object.fromEntries(
    collections.map((collection) => [collection, createTable(indexed[collection])]),
  ) as unknown as Tables

/** Puts the changes into the tables, in order. The values become the tables' own. */
export const applyChanges = (tables: Tables, changes: readonly Change[]): void => {
  for (const { collection, id, value } of changes) {
    if (value === null) tables[collection].erase(id)
    else tables[collection].put(id, value as unknown as Kept)
  }
}
