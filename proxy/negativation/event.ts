import type { DebtInvoice, ReasonView, RemovalCause } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { RawAnswer } from './raw-answer.ts'

/** How often, and how far apart, absence has to be read before it is believed. */
export interface AbsenceRules {
  reads: number
  /** Milliseconds between two reads that count. */
  spacing: number
  /** Milliseconds after the sending before absence means "not included"; of an unknown inclusion alone. */
  settle: number
}

/** A wish to clear a name. */
export interface RemovalWish {
  cause: RemovalCause
  reason: ReasonView
  clockFrom: CalendarDate | null
  deadline: CalendarDate | null
}

/** Everything that can happen to a record. What an event does in each state is decided by `transition`. */
export type MachineEvent =
  /** A person gives a draft up, or nobody has touched it for a day. */
  | { kind: 'cancel' }
  /** A person confirms. The only event that leads to `sending`. */
  | { kind: 'confirm'; key: string; text: string | null }
  | { kind: 'accepted'; protocol: string; reference: string | null }
  | { kind: 'refused'; code: string | null; text: string }
  /** Provably nothing was worked on. */
  | { kind: 'not-sent'; problem: ErrorBody }
  /** Anything may have happened: silence, reset, 5xx, an answer without proof. */
  | { kind: 'lost'; problem: ErrorBody; evidence?: RawAnswer }
  /** The process starts and finds the record in the middle of an act. */
  | { kind: 'restart' }
  /** The bureau was asked and answered. */
  | { kind: 'looked'; state: DebtState; rules: AbsenceRules; lag: number; nextLookAt: string | null }
  /** Found at the bureau under our contract after a copy was put back: it was registered after the copy. */
  | { kind: 'adopted'; answer: Extract<DebtState, { kind: 'present' }> }
  /** A person looked at the bureau's own site. */
  | { kind: 'person-found'; protocol: string | null; text: string }
  | { kind: 'person-not-found'; text: string }
  | { kind: 'latch'; wish: RemovalWish; text: string | null }
  /** The ERP says open again before anything was sent (`true`), or paid once more (`false`). */
  | { kind: 'hold'; isHeld: boolean }
  /** A person keeps the record after its payment was taken back. */
  | { kind: 'keep'; text: string }
  /** The runner takes the record; the removal is sent after this is on disk. `text` says why, where that is not plain. */
  | { kind: 'pick'; text?: string }
  | { kind: 'removal-accepted'; protocol: string; nextLookAt: string | null }
  /** "Not found" or "already removed" with a number that we know. */
  | { kind: 'removal-absent'; code: string | null; text: string; nextLookAt: string | null }
  | { kind: 'removal-failed'; problem: ErrorBody; evidence?: RawAnswer; nextAt: string }
  /** The ERP was read: no change of state, no line in the history. */
  | { kind: 'read'; invoices: DebtInvoice[] }
