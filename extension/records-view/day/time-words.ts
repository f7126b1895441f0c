import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'

type Words = Texts['records']['time']

/** A length of time in its largest whole unit: minutes, hours below two days, then days. `minutes` ≥ 1. */
export const spanWords = (minutes: number, words: Words): string => {
  if (minutes < 60) return fill(words.minutes, { count: Math.floor(minutes) })
  if (minutes < 2 * 24 * 60) return fill(words.hours, { count: Math.floor(minutes / 60) })
  return fill(words.days, { count: Math.floor(minutes / (24 * 60)) })
}

/** How long ago an instant was; both in Unix milliseconds. Under a minute, or ahead of this clock, is "now". */
export const agoWords = (at: number, now: number, words: Words): string => {
  const minutes = Math.floor((now - at) / 60_000)
  return minutes < 1 ? words.now : fill(words.ago, { span: spanWords(minutes, words) })
}
