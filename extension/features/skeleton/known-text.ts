import { joiningWords, knownTags, knownWords } from './known-words.ts'
import { plainText, shapeOf } from './shape.ts'

const letters = /[\p{L}\p{M}]+/gu
/** The words inside a name in camel case: `vmFiltros`, `HTMLForm`. */
const camel = /[\p{Lu}\p{Lt}]+(?![\p{Ll}])|[\p{Lu}\p{Lt}]?[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[\p{L}\p{M}]/gu

/** A name of several words is known by its words. */
const isOneWord = /^(?:[\p{Lu}\p{Lt}]?[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[\p{Lu}\p{Lt}]+)$/u

/** The word of the list in the case of what stands in the page: only the list's own letters are given out. */
const inCaseOf = (word: string, written: string): string => {
  if (/^[\p{Lu}\p{Lt}]{2}/u.test(written)) return word.toUpperCase()
  return /^[\p{Lu}\p{Lt}]/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

const known = (written: string, words: ReadonlySet<string>): string | null => {
  const word = written.toLowerCase()
  return words.has(word) && isOneWord.test(written) ? inCaseOf(word, written) : null
}

const inName = (run: string): string =>
  known(run, knownWords) ?? run.replace(camel, (part) => known(part, knownWords) ?? shapeOf(part))

/** Replaces the runs of letters by what `write` gives for them, and everything between them by its shape. */
const rewrite = (text: string, write: (run: string) => string): string => {
  let at = 0
  let written = ''
  for (const found of text.matchAll(letters)) {
    written += shapeOfGap(text.slice(at, found.index)) + write(found[0])
    at = found.index + found[0].length
  }
  return written + shapeOfGap(text.slice(at))
}

/** `plainText` trims; between two words a blank counts. */
const shapeOfGap = (gap: string): string =>
  `${gap.startsWith(' ') ? ' ' : ''}${shapeOf(gap)}${gap.length > 1 && gap.endsWith(' ') ? ' ' : ''}`

/** A name in code (tag, class, id, attribute, expression): its known words, the rest as shapes. */
export const knownName = (text: string): string => rewrite(plainText(text), inName)

/** As `knownName`, for a tag. */
export const knownTag = (tag: string): string => (knownTags.has(tag) ? tag : knownName(tag))

const isAllKnown = (text: string): boolean => {
  const runs = text.match(letters) ?? []
  const strong = runs.filter((run) => known(run, knownWords) !== null)
  return strong.length > 0 && runs.every((run) => strong.includes(run) || known(run, joiningWords) !== null)
}

const inLabel = (run: string): string => known(run, knownWords) ?? shapeOf(run)
const inKnownLabel = (run: string): string =>
  known(run, knownWords) ?? known(run, joiningWords) ?? shapeOf(run)

/** A text of the page itself, such as a heading or a button's words: its known words, the rest as shapes. */
export const knownLabel = (text: string): string => {
  const plain = plainText(text)
  return rewrite(plain, isAllKnown(plain) ? inKnownLabel : inLabel)
}

/**
 * Any other text: it stays when every word of it is known, as a label does; of `CPF: 900.100` the part before the colon does; everything
 * else becomes its shape.
 */
export const knownText = (text: string): string => {
  const plain = plainText(text)
  if (isAllKnown(plain)) return rewrite(plain, inKnownLabel)
  const colon = plain.indexOf(':')
  const label = plain.slice(0, colon + 1)
  if (colon === -1 || !isAllKnown(label)) return shapeOf(plain)
  return `${rewrite(label, inKnownLabel)} ${shapeOf(plain.slice(colon + 1))}`.trim()
}
