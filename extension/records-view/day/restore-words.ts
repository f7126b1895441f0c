import type { RestoreStatus } from '../../../shared/api.ts'
import { formatDay } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { Line } from './day-words.ts'

/** How far the audit of a restored copy has come, and what it has found; null when none is to be told of. */
export const restoreLine = (restore: RestoreStatus | null, { records }: Texts): Line | null => {
  if (!restore) return null
  const { total, checked, adopted, gone, unaudited, end, reachesTo } = restore
  const { searching, running, ended, endedByHand } = records.restore
  const day = formatDay(reachesTo)
  const found = { day, total, checked, adopted, gone, unaudited }
  if (end?.note) return { tone: 'attention', text: fill(endedByHand, { ...found, by: end.by }) }
  if (end) return { tone: unaudited > 0 ? 'attention' : 'good', text: fill(ended, found) }
  return { tone: 'attention', text: fill(checked < total ? running : searching, found) }
}
