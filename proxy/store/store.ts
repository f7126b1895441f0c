import type { Records } from './records.ts'

export type Collection = keyof Records

/** One record put (`value`) or erased (`null`). */
export type Change = {
  [Name in Collection]: { collection: Name; id: string; value: Records[Name] | null }
}[Collection]

/**
 * Where the service keeps what it must not forget. Reads are asynchronous and match by equality only, so that
 * a database on another machine can stand behind the same port.
 */
export interface Store {
  /** Reads what is kept; must end before the first query or commit. Throws `store-unreadable`, and never starts empty on doubt. */
  load(): Promise<void>
  /** All changes or none; durable when it resolves. Throws `store-write-failed`, and then nothing has changed. */
  commit(changes: readonly Change[]): Promise<void>
  /** The records whose top-level fields equal `match`, oldest first. */
  query<Name extends Collection>(collection: Name, match?: Partial<Records[Name]>): Promise<Records[Name][]>
}
