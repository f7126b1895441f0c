import type { ErrorBody } from '../../shared/errors.ts'

/**
 * A copy was put back: what happened after it is not known here. Until bureau and ERP are audited nothing is included, and no removal
 * leaves that the audit has not released.
 */
export interface RestoreRecord {
  id: 'restore'
  /** ISO instants: when it was put back, and until when the copy reaches. */
  restoredAt: string
  reachesTo: string
  /** Records to audit. */
  total: number
  /** Registered after the copy and taken over, not at the bureau any more, and those about which nobody answers. */
  adopted: number
  gone: number
  unaudited: number
  /**
   * The ERPs whose invoices are looked up at the bureau: the last person who was, whether all were, and the integrations whose account
   * offers no look-up. Older versions did not note those.
   */
  searches: { erpId: string; after: string | null; isDone: boolean; unasked?: string[] }[]
  /** What holds the audit up now. */
  problem: ErrorBody | null
  /** By the program when everything was audited, by a person in writing before. */
  end: { at: string; by: string; note: string } | null
  /** The person who took note of the end; until then it is told. */
  seen?: { at: string; by: string }
}

/** A record that the audit has still to look up; erased when it has. */
export interface RestoreCheckRecord {
  /** The negativation's id. */
  id: string
  isBureauRead: boolean
  isErpRead: boolean
  /** Since when one of them does not answer; ISO. */
  failedSince: string | null
  /** Its removal may leave although the look-up is still to be made: a paid name is not held for ever. */
  isReleased: boolean
}
