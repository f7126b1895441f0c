import type { NegativationState } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { HistoryRecord } from '../store/records.ts'

/** What a business day made of one record; each counts once, however often it was said. */
export interface DayMarks {
  included: boolean
  cleared: boolean
  refused: boolean
  /** The end of its inclusion was unknown when the day ended. */
  unknown: boolean
  /** Its removal failed, and was not taken before the day ended. */
  removalFailed: boolean
}

const none: DayMarks = {
  included: false,
  cleared: false,
  refused: false,
  unknown: false,
  removalFailed: false,
}

const notYet: ReadonlySet<NegativationState | null> = new Set(['sending', 'unknown', 'not-included'])
const standing: ReadonlySet<NegativationState> = new Set(['sent', 'active', 'removal-requested', 'verifying'])
const without: ReadonlySet<NegativationState> = new Set(['sent', 'active', 'verifying', 'removed'])

const noted = (marks: DayMarks, { from, to, event }: HistoryRecord): DayMarks => {
  const next = { ...marks }
  if (notYet.has(from) && standing.has(to)) {
    next.included = true
    next.unknown = false
  }
  if (from !== to && to === 'unknown') next.unknown = true
  if (from !== to && to === 'rejected') next.refused = true
  if (from !== to && to === 'removed') next.cleared = true
  // The bureau shows it once more.
  if (from === 'removed' && to !== 'removed') next.cleared = false
  if (event === 'removal-failed') next.removalFailed = true
  else if (without.has(to)) next.removalFailed = false
  return next
}

const versionOf = ({ id }: HistoryRecord): number => Number(id.slice(id.lastIndexOf(':') + 1))

/** What each day from `since` on, in the business zone (case G78), made of a record, from its history in any order. */
export const dayMarks = (
  history: readonly HistoryRecord[],
  since: CalendarDate,
): Map<CalendarDate, DayMarks> => {
  const days = new Map<CalendarDate, DayMarks>()
  for (const entry of history.toSorted((one, other) => versionOf(one) - versionOf(other))) {
    const date = dateAt(entry.at)
    if (date >= since) days.set(date, noted(days.get(date) ?? none, entry))
  }
  return days
}
