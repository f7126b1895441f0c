import { liveStates, refusalDetails } from '../../shared/api.ts'
import type {
  BatchStop,
  BatchStopCause,
  EligibilityCode,
  EligibilityReason,
  RefusalDetails,
  ShownChange,
} from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { ErrorBody, ErrorParams } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import { pairName } from '../bureaus/connect/pair-name.ts'
import type { MachineEvent } from '../negativation/event.ts'

/** What one attempt says of its item and of the batch. */
export type Verdict =
  /** The bureau took it, refused this one item, or may have it: the item's record says so from now on. */
  | { kind: 'sent' | 'refused' | 'unknown' }
  /** Not sent on purpose: what changed, what speaks against it, the record that is in the way. */
  | {
      kind: 'skip'
      problem: ErrorBody
      changes: ShownChange[]
      reasons: EligibilityReason[]
      negativationId: string | null
    }
  /** A platform failed before anything was worked on: the item waits for another try. */
  | { kind: 'again'; problem: ErrorBody }
  /** A platform asks for so many milliseconds; nothing was worked on. */
  | { kind: 'wait'; milliseconds: number; problem: ErrorBody }
  /** No item of this batch would get any further. `isSpent`: the item's key is on a record that was refused. */
  | { kind: 'stop'; cause: BatchStopCause; problem: ErrorBody; isSpent: boolean }

/** What happened in a row. */
export interface Streaks {
  unknown: number
  failures: number
  /** The bureau has answered in words that are known. */
  isProven: boolean
}

export const noStreaks: Streaks = { unknown: 0, failures: 0, isProven: false }

/** So many ends in a row that nobody understands, and so many failures, end a run (cases G54, G85). */
const mostUnknown = 3
const mostFailures = 5
/** A longer wait is a person's to end (case G86). */
const longestWait = 300_000
/** Tries of one item. */
export const mostTries = 3

const stops = {
  'connect-credentials-refused': 'credentials',
  'erp-credentials-refused': 'credentials',
  'credentials-missing': 'credentials',
  'vault-unavailable': 'credentials',
  'connect-no-balance': 'balance',
  'inclusion-not-set-up': 'set-up',
  'inclusion-reason-unknown': 'set-up',
  'integration-unknown': 'set-up',
  'environment-differs': 'set-up',
  'erp-unknown': 'set-up',
  'store-read-only': 'read-only',
  'restore-audit-running': 'read-only',
  'disk-full': 'disk-full',
  'store-write-failed': 'disk-full',
} as const satisfies Partial<Record<ErrorCode, BatchStopCause>>

/** Reasons against one debt that are reasons against all of them. */
const stoppingReasons: Partial<Record<EligibilityCode, BatchStopCause>> = {
  'inclusions-paused': 'inclusions-paused',
  'daily-limit': 'daily-limit',
  'read-only': 'read-only',
  'restore-audit-running': 'read-only',
  'not-set-up': 'set-up',
}

const skips: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'inclusion-blocked',
  'warnings-not-accepted',
  'written-reason-missing',
  'negativation-changed',
  'already-registered',
  'already-at-bureau',
  'erp-customer-unknown',
])

const detailsOf = ({ details }: AppError): RefusalDetails => refusalDetails.safeParse(details).data ?? {}

const isLive = (state: string): boolean => (liveStates as readonly string[]).includes(state)

const asked = (code: ErrorCode, { seconds }: ErrorParams): number | null =>
  code === 'connect-rate' || code === 'erp-rate' ? Number(seconds) * 1000 : null

/** How a refusal of the account stands in a record's history; none of them says anything of the debt. */
export const accountRefusals = ['connect-credentials-refused', 'connect-no-balance'] as const

const skipFor = (error: AppError): Verdict | null => {
  const { changes = [], reasons = [], negativation } = detailsOf(error)
  const skip = (problem: AppError): Verdict => ({
    kind: 'skip',
    problem: errorBody(problem),
    changes,
    reasons,
    negativationId: negativation?.id ?? null,
  })
  // The same draft was sent by another act (case G43).
  if (error.code === 'negativation-not-draft' && negativation && isLive(negativation.state))
    return skip(new AppError('already-registered'))
  if (!skips.has(error.code)) return null
  const paid = changes.find(({ field, after }) => field === 'fact' && after === 'paid')
  return skip(paid ? new AppError('paid-in-queue', { params: { invoice: paid.invoiceId ?? '' } }) : error)
}

const stopFor = (error: AppError): BatchStopCause | null => {
  const { reasons = [] } = detailsOf(error)
  const ofAll = error.code === 'inclusion-blocked' ? reasons.map(({ code }) => stoppingReasons[code]) : []
  const ofCode: Partial<Record<ErrorCode, BatchStopCause>> = stops
  return ofCode[error.code] ?? ofAll.find((cause) => cause !== undefined) ?? null
}

/** What it means that an item could not be sent. */
export const verdictOfRefusal = (thrown: unknown): Verdict => {
  const outer = asAppError(thrown)
  // Why the bureau could not be asked says more than that it could not.
  const error = outer.code === 'lookup-failed' ? asAppError(outer.cause) : outer
  const problem = errorBody(error)
  const milliseconds = asked(error.code, error.params)
  if (milliseconds !== null) return { kind: 'wait', milliseconds, problem }
  const cause = stopFor(error)
  if (cause) return { kind: 'stop', cause, problem, isSpent: false }
  return skipFor(error) ?? { kind: 'again', problem: errorBody(outer) }
}

/** What the end of an inclusion means. A refusal of one item is no failure of the platform (case G53). */
export const verdictOfEnd = (event: MachineEvent): Verdict => {
  if (event.kind === 'accepted') return { kind: 'sent' }
  if (event.kind === 'not-sent') {
    const { problem } = event
    const milliseconds = asked(problem.code, problem.params ?? {})
    return milliseconds === null ? { kind: 'again', problem } : { kind: 'wait', milliseconds, problem }
  }
  if (event.kind !== 'refused') return { kind: 'unknown' }
  const refusal = accountRefusals.find((code) => code === event.code)
  if (!refusal) return { kind: 'refused' }
  const problem = errorBody(new AppError(refusal, { params: { pair: pairName.pefin } }))
  return { kind: 'stop', cause: stops[refusal], problem, isSpent: true }
}

/** A skip proves that everybody answered; an unknown end proves nothing of either kind. */
export const streaksAfter = (streaks: Streaks, { kind }: Verdict): Streaks => {
  if (kind === 'sent' || kind === 'refused') return { unknown: 0, failures: 0, isProven: true }
  if (kind === 'skip') return { ...streaks, failures: 0 }
  if (kind === 'unknown') return { ...streaks, unknown: streaks.unknown + 1 }
  return kind === 'again' ? { ...streaks, failures: streaks.failures + 1 } : streaks
}

/** Why a run ends after this verdict, or null. `now` is Unix milliseconds. */
export const stopAfter = (verdict: Verdict, streaks: Streaks, now: number): BatchStop | null => {
  if (verdict.kind === 'stop') return { cause: verdict.cause, problem: verdict.problem, until: null }
  if (verdict.kind === 'wait' && verdict.milliseconds > longestWait) {
    const until = new Date(now + verdict.milliseconds).toISOString()
    return { cause: 'rate', problem: verdict.problem, until }
  }
  if (streaks.unknown >= mostUnknown) return { cause: 'unknown-streak', problem: null, until: null }
  if (verdict.kind === 'again' && streaks.failures >= mostFailures)
    return { cause: 'failure-streak', problem: verdict.problem, until: null }
  return null
}

/**
 * How many may be under way as far as the bureau's answers go: until it has answered in known words, and again after an end that nobody
 * understands, only as many as may end so before the run does (case G54).
 */
export const mostUnderWay = ({ unknown, isProven }: Streaks): number =>
  isProven && unknown === 0 ? Infinity : Math.max(1, mostUnknown - unknown)
