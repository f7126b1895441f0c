import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { Records } from './records.ts'

export type Collection = keyof Records

/** One record put (`value`) or erased (`null`). A value's `id` is the change's. */
export type Change = {
  [Name in Collection]: { collection: Name; id: string; value: Records[Name] | null }
}[Collection]

export interface CommitOptions {
  /**
   * What has happened already and must not be forgotten, or clears a name: on a full disk it may take the reserved space. Everything
   * else is an intent and is refused with `disk-full`, before anything is sent (case G84).
   */
  outcome?: boolean
}

export interface StoreStatus {
  /** Something may be lost: nobody is included any more, everything else goes on. A restored copy ends it. */
  isReadOnly: boolean
  /** `store-read-only`, `store-repaired` (nothing is lost), `disk-full` (only outcomes are kept), `copies-unreachable` (the second
   * place of the copies); null: all is well. */
  reason: ErrorCode | null
}

/**
 * Where the service keeps what it must not forget. Reads are asynchronous and match by equality only, so that
 * a database on another machine can stand behind the same port.
 */
export interface Store {
  /** Reads what is kept; must end before the first query or commit. Throws `store-unreadable`, and never starts empty on doubt. */
  load(): Promise<void>
  /** All changes or none; durable when it resolves. Throws `store-write-failed` or `disk-full`, and then nothing has changed. */
  commit(changes: readonly Change[], options?: CommitOptions): Promise<void>
  /** Copies of the records whose top-level fields equal `match`, oldest first. By `id` or an indexed field its cost is what it finds. */
  query<Name extends Collection>(collection: Name, match?: Partial<Records[Name]>): Promise<Records[Name][]>
  status(): StoreStatus
  /** Once a minute: notes how far the journal reaches, renews the reserve, compacts, makes the day's backup. Throws `disk-full` or
   * `store-write-failed`. */
  maintain(): Promise<void>
  /** Keeps what is waiting and gives the files back. A commit that comes later fails. */
  close(): Promise<void>
}
