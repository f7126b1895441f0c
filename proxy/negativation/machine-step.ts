import type { ErrorBody } from '../../shared/errors.ts'
import type { NegativationRecord, RemovalRecord } from '../store/records.ts'
import { coverDocuments } from './cover-documents.ts'
import type { MachineEvent } from './event.ts'
import type { RawAnswer } from './raw-answer.ts'

/** What the history keeps of a transition beside states, time and actor. */
export interface Evidence {
  protocol?: string | null
  code?: string | null
  text?: string | null
}

export type Changes = Partial<Omit<NegativationRecord, 'id' | 'key' | 'version' | 'changedAt'>>

/** What an event does to a record. Without evidence it leaves state, version and history alone. */
export type Step =
  | { changes: Changes; evidence: Evidence }
  | { changes: Omit<Changes, 'state'>; evidence: null }

export type Event<Kind extends MachineEvent['kind']> = Extract<MachineEvent, { kind: Kind }>

/** When an event comes, and from whom. */
export interface Moment {
  /** ISO. */
  at: string
  actor: string
}

export const step = (changes: Changes, evidence: Evidence = {}): Step => ({ changes, evidence })

/** Notes something that nobody sees. */
export const quietly = (changes: Omit<Changes, 'state'>): Step => ({ changes, evidence: null })

export const ofProblem = ({ code, text }: ErrorBody): Evidence => ({ code, text })

/** The bureau's own words where it said any, else what we make of it. */
export const ofFailure = ({ problem, evidence }: { problem: ErrorBody; evidence?: RawAnswer }): Evidence => ({
  protocol: evidence?.protocol ?? null,
  code: evidence?.code ?? problem.code,
  text: evidence?.text || problem.text,
})

/** Evidence without anybody's document. */
export const withoutDocuments = ({ code, text, ...rest }: Evidence): Evidence => ({
  ...rest,
  code: code == null ? null : coverDocuments(code),
  text: text == null ? null : coverDocuments(text),
})

/** The wish goes (back) to the runner, at once unless told otherwise; what was read of the record before says nothing any more. */
export const queued = (removal: RemovalRecord, changes: Partial<RemovalRecord> = {}): RemovalRecord => ({
  ...removal,
  nextAt: null,
  absentReads: 0,
  lastReadAt: null,
  acceptedAt: null,
  ...changes,
})

/** The record is at the bureau: with a wish to clear it, it is cleared. */
export const listed = (record: NegativationRecord, state: 'sent' | 'active'): Changes =>
  record.removal ? { state: 'removal-requested', removal: queued(record.removal) } : { state }

/** The record is not at the bureau any more. The wish stays on it: should the bureau show it once more, it is cleared again. */
export const gone = ({ removal }: NegativationRecord): Changes => ({
  state: 'removed',
  absentReads: 0,
  removal: removal && { ...removal, nextAt: null, problem: null },
})
