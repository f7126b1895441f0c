import { liveStates } from '../../shared/api.ts'
import type { NegativationState } from '../../shared/api.ts'
import { addMonths, daysBetween } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Told } from './verdict.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)
/** CDC art. 43 §1 and Súmula 323: no record stands longer than five years from the due date. */
const limitMonths = 60
const warningDays = 30

/** The task for a debt whose five years end within a month; null before. */
export const expiring = ({ state, removal, due }: NegativationRecord, day: CalendarDate): Told | null => {
  if (!live.has(state) || removal !== null) return null
  const until = addMonths(due, limitMonths)
  return daysBetween(day, until) < warningDays ? { kind: 'expiring', params: { until } } : null
}
