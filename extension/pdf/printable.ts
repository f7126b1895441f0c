import { fontCharacters } from './font/characters.ts'

const known = new Set(fontCharacters())

/** `text` in characters that the PDF's font has; any other becomes U+FFFD, so that a word never vanishes. */
export const printable = (text: string): string =>
  Array.from(text, (letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '\uFFFD')).join('')
