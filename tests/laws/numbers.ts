import { isCode, withoutComments } from './sources.ts'
import type { Source } from './sources.ts'

const titleStart =
  /\b(?:test|describe|it)(?:\.\w+)*(?:\((?:[^()'"`]|\([^()]*\)|'[^']*'|"[^"]*")*\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g

/** The titles of the tests of a file, as they are written. */
export const titlesIn = (source: Source): string[] =>
  isCode(source)
    ? [...withoutComments(source.text).matchAll(titleStart)].map(({ 2: title = '' }) => title)
    : []

const numbersOf = (titles: readonly string[], pattern: RegExp): ReadonlySet<number> =>
  new Set(titles.flatMap((title) => [...title.matchAll(pattern)].map(([, number]) => Number(number))))

/** Numbers without a test, each with its reason. */
export type Untested = Readonly<Record<number, string>>

/** Each number from 1 to the last stands in a title, or is excused; an excuse that is no longer needed is a breach. */
export const everyNumber = (
  titles: readonly string[],
  { mark, last, untested = {} }: { mark: 'attack ' | 'G'; last: number; untested?: Untested },
): string[] => {
  const tested = numbersOf(titles, new RegExp(`\\b${mark}(\\d+)\\b`, 'g'))
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((number) => {
    if (tested.has(number)) return number in untested ? [`${mark}${number} no longer needs its excuse`] : []
    return number in untested ? [] : [`${mark}${number} has no test`]
  })
}
