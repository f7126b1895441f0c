import type { BatchLogEntry } from '../../shared/api.ts'

/** One line of a batch's log. */
export interface BatchLogRecord extends BatchLogEntry {
  event: Exclude<BatchLogEntry['event'], 'other'>
}
