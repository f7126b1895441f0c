import type { DaySummary, DayTally } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import type { Line } from '../records-view/day/day-words.ts'

type Words = Texts['popup']['day']

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : fill(many, { count })]

const includedWords = ({ included: { single, batch } }: DayTally, words: Words): string[] =>
  counted(single + batch, words.includedOne, words.included).map((included) =>
    batch === 0 ? included : fill(words.inBatch, { included, count: batch }),
  )

const failedWords = ({ refused, unknown, removalsFailed }: DayTally, words: Words): string[] => [
  ...counted(refused, words.refusedOne, words.refused),
  ...counted(unknown, fill(words.unknown, { count: 1 }), words.unknown),
  ...counted(removalsFailed, words.removalFailedOne, words.removalsFailed),
]

/** A day in one line: what was included and cleared, what is at risk, what failed. */
const tallyLine = (tally: DayTally, atRisk: number, words: Words, day: 'today' | 'yesterday'): Line => {
  const failed = failedWords(tally, words)
  const risk = counted(atRisk, fill(words.atRisk, { count: 1 }), words.atRisk)
  const cleared = counted(tally.cleared, words.clearedOne, words.cleared)
  const parts = [...includedWords(tally, words), ...cleared, ...risk, ...failed].join(' · ')
  const isToday = day === 'today'
  if (parts === '') return { tone: 'neutral', text: isToday ? words.todayNothing : words.yesterdayNothing }
  return {
    tone: atRisk > 0 ? 'harm' : failed.length > 0 ? 'attention' : 'good',
    text: fill(isToday ? words.today : words.yesterday, { parts }),
  }
}

/** What came of today, with what is at risk now. */
export const todayLine = ({ today, atRisk }: DaySummary, words: Words): Line =>
  tallyLine(today, atRisk, words, 'today')

/** What came of yesterday. */
export const yesterdayLine = ({ yesterday }: DaySummary, words: Words): Line =>
  tallyLine(yesterday, 0, words, 'yesterday')
