const marks = /\p{M}/gu
// oxlint-disable-next-line no-control-regex -- the range is ASCII itself
const ascii = /^[\u0000-\u007F]*$/

/** Text as it is searched: small letters without accents. */
export const foldText = (text: string): string =>
  (ascii.test(text) ? text : text.normalize('NFKD').replace(marks, '')).toLowerCase()

/** A document without what stands between its characters, as it is searched. */
export const bareDocument = (document: string): string => document.replace(/[./-]/g, '')

/** One word that is searched for, as it was typed and as it would be in a document. */
export interface Term {
  typed: string
  bare: string
}

/** The words of a text, each to be found by itself: a document is found with its separators and without. */
export const searchTerms = (text: string): Term[] =>
  foldText(text)
    .split(/\s+/)
    .filter(Boolean)
    .map((typed) => ({ typed, bare: bareDocument(typed) || typed }))
