import { dateAt } from '../../../../shared/business-time.ts'
import { formatDate } from '../../../../shared/calendar.ts'
import { fill } from '../../../../shared/errors.ts'
import type { Texts } from '../../../../shared/locales/texts.ts'
import type { LastReport } from '../../status/panel-status.ts'

/** The words of the button for the last report's PDF; the year stands there when it is not the present one. */
export const lastReportText = (
  { date }: LastReport,
  readAt: number,
  words: Texts['erp']['panel'],
): string => {
  const isThisYear = date.slice(0, 4) === dateAt(readAt).slice(0, 4)
  return fill(words.lastReport, { date: isThisYear ? formatDate(date).slice(0, 5) : formatDate(date) })
}
