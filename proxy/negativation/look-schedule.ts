import type { Random } from '../../shared/clock.ts'
import type { NegativationState } from '../../shared/api.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Pace } from './pace.ts'
import { jittered } from './retry.ts'

/** The states in which the bureau is asked regularly, the most urgent first. */
export const watchedStates = [
  'unknown',
  'verifying',
  'sent',
  'active',
  'not-included',
  'removed',
] as const satisfies readonly NegativationState[]
type WatchedState = (typeof watchedStates)[number]

export const isWatched = (state: NegativationState): state is WatchedState =>
  (watchedStates as readonly NegativationState[]).includes(state)

const waits: Readonly<Record<WatchedState, (pace: Pace) => number>> = {
  unknown: (pace) => pace.lookUnknown,
  verifying: (pace) => pace.lookVerifying,
  sent: (pace) => pace.lookSent,
  active: (pace) => pace.lookActive,
  'not-included': (pace) => pace.lookRemoved,
  removed: (pace) => pace.lookRemoved,
}

/** The pace in this state; milliseconds. */
export const lookWait = (state: WatchedState, pace: Pace): number => waits[state](pace)

/** The records that have ended: looked at for a while, in case the bureau shows them once more. */
export const isOver = (state: NegativationState): boolean => state === 'removed' || state === 'not-included'

/** Unix milliseconds of the next look; null when the bureau is not asked (any more). An unknown end is looked at at once. */
export const nextLook = (record: NegativationRecord, pace: Pace, now: number): number | null => {
  const { state, nextLookAt, changedAt } = record
  if (!isWatched(state)) return null
  const changed = Date.parse(changedAt)
  if (isOver(state) && now - changed > pace.watch) return null
  if (nextLookAt !== null) return Date.parse(nextLookAt)
  return state === 'unknown' ? changed : changed + lookWait(state, pace)
}

/** Latched unknown ends first: a paid name may be listed. */
export const lookRank = ({ state, removal, changedAt }: NegativationRecord): string => {
  const order = watchedStates.findIndex((each) => each === state)
  return `${state === 'unknown' && removal ? 0 : order + 1} ${changedAt}`
}

/** The next look after an answer: an absence wants a second read, spaced as the rules say. */
export const lookAfter = (
  { state }: { state: WatchedState },
  answer: DebtState,
  { pace, now, random }: { pace: Pace; now: number; random: Random },
): string => {
  const usual = jittered(lookWait(state, pace), random)
  const isFirstAbsence = answer.kind === 'absent' && !isOver(state)
  const wait = isFirstAbsence ? Math.ceil(Math.max(pace.spacing, jittered(pace.spacing, random))) : usual
  return new Date(now + wait).toISOString()
}
