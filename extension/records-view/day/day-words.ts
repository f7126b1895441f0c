import type { RemovalsStatus } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { Tone } from '../../ui/state-line.tsx'
import { agoWords, spanWords } from './time-words.ts'

export interface Line {
  tone: Tone
  text: string
}

const hour = 60 * 60_000

/** When the payments were last read. Two hours are worth a look, a day may already cost somebody the deadline. */
export const sweepLine = ({ lastSweepAt }: RemovalsStatus, now: number, { records }: Texts): Line => {
  if (lastSweepAt === null) return { tone: 'attention', text: records.day.neverSwept }
  const at = Date.parse(lastSweepAt)
  const age = now - at
  const tone = age > 24 * hour ? 'harm' : age > 2 * hour ? 'attention' : 'good'
  return { tone, text: fill(records.day.swept, { ago: agoWords(at, now, records.time) }) }
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : fill(many, { count })

/** How many removals are under way, and red how many of them may come too late. */
export const removalLines = ({ pending, atRisk }: RemovalsStatus, { records }: Texts): Line[] => {
  const { pendingNone, pendingOne, pending: many, riskOne, risk } = records.day
  return [
    { tone: 'neutral', text: pending === 0 ? pendingNone : counted(pending, pendingOne, many) },
    ...(atRisk > 0 ? [{ tone: 'harm' as const, text: counted(atRisk, riskOne, risk) }] : []),
  ]
}

/** A stop no longer than the pause between two reads of the payments delayed nobody. */
const worthTelling = 15

/**
 * That the service had stopped, and whether what was paid meanwhile has been read since (case G74); null when there is nothing to tell.
 * A stop that has been made up for is told for a day. `startedAt` is when the service started, `now` in Unix milliseconds.
 */
export const gapWords = (
  { gapMinutes, lastSweepAt, pending }: RemovalsStatus,
  { startedAt, now }: { startedAt: string | null; now: number },
  { records }: Texts,
): { text: string; hint: string; isRead: boolean } | null => {
  if (gapMinutes < worthTelling) return null
  const isRead = lastSweepAt !== null && startedAt !== null && lastSweepAt > startedAt
  if (isRead && now - Date.parse(startedAt) > 24 * hour) return null
  const { gapRead, gapUnread, gapHint } = records.day
  return {
    text: fill(isRead ? gapRead : gapUnread, { span: spanWords(gapMinutes, records.time) }),
    hint: fill(gapHint, { count: pending }),
    isRead,
  }
}
