const dashes = /[\p{Pd}\u2212]/gu
const spaces = /\p{Zs}/gu
const invisible = /\p{Cf}/gu

const plainText = /^[\t\n\r -~À-ÖØ-öø-ÿ]*$/

/** True for a text of which normalising changes nothing: ASCII and the letters of Portuguese. */
export const isPlain = (text: string): boolean => plainText.test(text)

/** One space, one dash, nothing invisible: changes that nobody can see, so nobody is asked about them (case G26). */
const plain = (text: string): string => text.replace(invisible, '').replace(spaces, ' ').replace(dashes, '-')

/**
 * Text copied from a page, with one spelling for each character that matters to a document or an amount (cases G26, G27):
 * compatibility forms (full-width digits) become plain ones, invisible characters go, every space is U+0020, every dash is `-`.
 * Line breaks and tabs stay: they say where a cell ends.
 */
export const normaliseText = (text: string): string => (isPlain(text) ? text : plain(text.normalize('NFKC')))

/** True when the text held look-alike characters, e.g. full-width digits: a person must see and confirm the result (case G27). */
export const hasLookAlikes = (text: string): boolean => !isPlain(text) && plain(text) !== normaliseText(text)

/** ASCII letters in upper case; `ı` and other letters stay what they are, so that none of them turns into a letter of a CNPJ. */
export const upperAscii = (text: string): string =>
  /[a-z]/.test(text) ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : text

const isAscii = (character: string): boolean => character < '\u0080'

export interface TracedText {
  text: string
  /** The part of the original text behind the normalised characters from `start` to `end` (exclusive). */
  original(start: number, end: number): { text: string; start: number; end: number }
}

/** A text that needs no normalising: every character stands where it stood. */
export const asItStands = (text: string): TracedText => ({
  text,
  original: (start, end) => ({ text: text.slice(start, end), start, end }),
})

/** Normalised text that remembers where each character stood. */
export const traceText = (original: string): TracedText => {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let index = 0
  for (const character of original) {
    const part = isAscii(character) ? character : normaliseText(character)
    parts.push(part)
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(index)
      ends.push(index + character.length)
    }
    index += character.length
  }
  return {
    text: parts.join(''),
    original(start, end) {
      const from = starts[start] ?? original.length
      const to = ends[end - 1] ?? from
      return { text: original.slice(from, to), start: from, end: to }
    },
  }
}
