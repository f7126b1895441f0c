import type { Batch, BatchItemState } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'

type Words = Texts['batch']

/** How far a batch has come, in debts. */
export interface Progress {
  done: number
  total: number
  /** Neither sent nor on its way: what a pause holds up, and a cancellation gives up. */
  left: number
}

export const progressOf = ({ going, counts }: Pick<Batch, 'going' | 'counts'>): Progress => ({
  done: Math.max(0, going.debts - counts.waiting - counts.sending),
  total: going.debts,
  left: counts.waiting,
})

/** "2 recusadas", "1 incerta". */
export const stateCountWords = (state: BatchItemState, count: number, { items }: Words): string =>
  count === 1 ? items.counted[state].one : fill(items.counted[state].many, { count: formatCount(count) })

/** "3,1/s"; by the minute when it is slower than one in two seconds. */
const rateWords = (perThousandSeconds: number, { run }: Words): string => {
  const byMinute = Math.round((perThousandSeconds * 60) / 1000)
  if (byMinute < 30) return fill(run.rateByMinute, { rate: byMinute })
  const tenths = Math.round(perThousandSeconds / 100)
  return fill(run.rate, { rate: `${Math.floor(tenths / 10)},${tenths % 10}` })
}

/** "47 s", "3 min", "1 h 10 min": a length of time that is only a guess. */
export const spanWords = (seconds: number, { run }: Words): string => {
  if (seconds < 100) return fill(run.seconds, { count: seconds })
  const minutes = Math.round(seconds / 60)
  if (minutes < 100) return fill(run.minutes, { count: minutes })
  return fill(run.hours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

const told: readonly BatchItemState[] = ['refused', 'unknown', 'skipped', 'failed']

const timeWords = (batch: Batch, words: Words): string[] => {
  if (batch.state !== 'running' || batch.waitingUntil !== null) return []
  const { perThousandSeconds, secondsLeft } = batch
  if (perThousandSeconds === null && secondsLeft === null) return [words.run.measuring]
  return [
    ...(perThousandSeconds === null ? [] : [rateWords(perThousandSeconds, words)]),
    ...(secondsLeft === null ? [] : [fill(words.run.left, { span: spanWords(secondsLeft, words) })]),
  ]
}

/** "142 de 287 · 3,1/s · falta 47 s · 2 recusadas · 1 incerta": what stands beside the bar. */
export const progressWords = (batch: Batch, words: Words): string => {
  const { done, total } = progressOf(batch)
  return [
    fill(words.run.progress, { done: formatCount(done), total: formatCount(total) }),
    ...timeWords(batch, words),
    ...told
      .filter((state) => batch.counts[state] > 0)
      .map((state) => stateCountWords(state, batch.counts[state], words)),
  ].join(' · ')
}
