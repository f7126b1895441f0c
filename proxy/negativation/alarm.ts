import type { Alarm, NegativationState } from '../../shared/api.ts'
import { liveStates } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import type { NegativationRecord } from '../store/records.ts'
import { businessDaysAfter } from './deadlines.ts'

const hour = 60 * 60_000
/** "For over 1 business day": from D+2, and from D+4 (cases G33; STJ Súmula 548). */
const overOneDay = 2
const overThreeDays = 4

const live: ReadonlySet<NegativationState> = new Set(liveStates)

/**
 * How urgent the clearing of a name is. Days are counted from the payment, whenever it was noticed, else from the wish; the hour runs
 * from the wish until the bureau has taken it. A removal that is held waits for a person: the hour says nothing of it, the days do.
 * @param now Unix milliseconds
 */
export const alarmOf = ({ state, removal }: NegativationRecord, now: number): Alarm => {
  if (!removal || !live.has(state)) return 'none'
  const today = dateAt(now)
  if (removal.deadline !== null && today > removal.deadline) return 'overdue'
  const from = removal.clockFrom ?? dateAt(removal.requestedAt)
  const days = from < today ? businessDaysAfter(from, today) : 0
  if (days >= overThreeDays) return 'three-days'
  if (days >= overOneDay) return 'one-day'
  const isWithBureau = state === 'verifying' || removal.isHeld
  return !isWithBureau && now - Date.parse(removal.requestedAt) > hour ? 'hour' : 'none'
}
