import type { HistoryEntry } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'

/** What the law lets us keep of somebody who was erased: no name, no document, no address, nothing of the report. */
export interface ProofRecord {
  /** The id of the record or query that it stands for. */
  id: string
  kind: 'registration' | 'query'
  /** Keyed hash of the document. */
  person: string
  /** Erased for good after this day. */
  until: CalendarDate
  facts: Readonly<Record<string, string | number | null>>
  /** Of a registration: what happened to it, without the free texts. */
  events: Omit<HistoryEntry, 'text'>[]
}

/** One line of the trail of exports and erasures; never changed. */
export interface PrivacyActRecord {
  id: string
  at: string
  by: string
  kind: 'export' | 'erase'
  /** Keyed hash of the document, never the document. */
  person: string
  /** The written reason of an erasure, documents covered; null for an export. */
  reason: string | null
}
