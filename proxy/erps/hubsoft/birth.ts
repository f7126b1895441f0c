import { parseDate } from '../../../shared/calendar.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'

/** What HubSoft shows where no date was ever typed: the epoch, here and one zone to the west. */
const unknown = new Set(['1969-12-31', '1970-01-01', '0001-01-01'])

/** A birth date; null when there is none, or when it is an epoch's default (domain 1.4). */
export const parseBirth = (text: string | null | undefined): CalendarDate | null => {
  const day = parseDate(text ?? '')
  return day && !unknown.has(day) ? day : null
}
