import type { Batch } from '../../../shared/api.ts'
import { dateAt, formatInstant, formatTime } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { Tone } from '../../ui/state-line.tsx'
import { explain } from '../../ui/explain.ts'

/** Why a batch does not go on, and what to do about it. */
export interface HaltWords {
  tone: Tone
  text: string
  hint: string
}

/** The time of day of an instant; with its day when that is not today. */
const whenWords = (instant: string, now: number): string =>
  dateAt(instant) === dateAt(now) ? formatTime(instant) : formatInstant(instant)

const stopWords = (stop: NonNullable<Batch['stop']>, texts: Texts, now: number): HaltWords => {
  const { run } = texts.batch
  const { cause, problem, until } = stop
  const { what, next } = run.stops[cause]
  return {
    tone: 'attention',
    text: until === null ? what : fill(run.until, { time: whenWords(until, now) }),
    hint: [
      problem ? fill(run.lastTry, { text: explain(problem, texts).text }) : null,
      run.notLost,
      until === null ? next : run.untilNext,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

const pauseWords = ({ log }: Batch, { run }: Texts['batch']): HaltWords => {
  const pause = log.findLast(({ event }) => event === 'paused')
  return {
    tone: 'neutral',
    text: pause ? fill(run.paused, { by: pause.actor, at: formatInstant(pause.at) }) : run.pausedPlain,
    hint: run.pausedHint,
  }
}

const plain = (tone: Tone, text: string, hint = ''): HaltWords => ({ tone, text, hint })

/** What keeps a confirmed batch from going on, or null while nothing does. `now` in Unix milliseconds. */
export const haltWords = (batch: Batch, texts: Texts, now: number): HaltWords | null => {
  const { run } = texts.batch
  const { state, waitingUntil, stop, endedAt, counts } = batch
  if (state === 'running' && waitingUntil !== null)
    return plain('neutral', fill(run.waiting, { time: whenWords(waitingUntil, now) }))
  if (state === 'paused') return pauseWords(batch, texts.batch)
  if (state === 'stopped' && stop) return stopWords(stop, texts, now)
  if (state === 'interrupted') return plain('attention', run.interrupted, run.interruptedHint)
  if (state === 'cancelled' && endedAt === null)
    return plain('neutral', fill(run.cancelledSending, { count: formatCount(counts.sending) }))
  return null
}
