import type { Query } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import type { StartInput } from './pending-start.ts'

/** Where the tab stands with its query. */
export type QueryRun =
  | { at: 'form' }
  /** Sent; no answer yet. `attempt` counts from 1: beyond it the start is being checked by its key. */
  | { at: 'starting'; since: number; attempt: number }
  /** The service has an earlier report of the same document and product (case G49). */
  | { at: 'repeated'; earlier: Query; input: StartInput }
  /** A query that the service already has is being looked up by its id, since then. */
  | { at: 'attaching'; since: number }
  /** `lost` since when the service has not answered, null while it does. */
  | { at: 'running'; query: Query; lost: number | null }
  | { at: 'ended'; query: Query; html: string | null; kept: boolean }
  /** The answer is kept in the service, but could not be fetched now. */
  | { at: 'unread'; query: Query; error: AppError }
  /** The service said no: nothing was started. */
  | { at: 'refused'; error: AppError }
  /** Nobody answered: it may have started. `input` asks again by the same key (case G58). */
  | { at: 'unknown'; error: AppError | null; input: StartInput }

/** True while a query of this tab is under way. */
export const isBusy = (run: QueryRun): boolean =>
  run.at === 'starting' || run.at === 'attaching' || run.at === 'running'
