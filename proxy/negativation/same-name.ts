import { foldText } from './fold-text.ts'

/** Particles and the legal forms of companies: registers write them or leave them out. */
const unimportant = new Set([
  'DA',
  'DE',
  'DI',
  'DO',
  'DAS',
  'DOS',
  'DEL',
  'E',
  'LTDA',
  'ME',
  'MEI',
  'EPP',
  'EIRELI',
  'SA',
  'CIA',
])

/** Abbreviations that stand without a point. */
const usual: ReadonlyMap<string, string> = new Map([
  ['ANTO', 'ANTONIO'],
  ['FCA', 'FRANCISCA'],
  ['FCO', 'FRANCISCO'],
  ['JR', 'JUNIOR'],
  ['MA', 'MARIA'],
  ['STA', 'SANTA'],
  ['STO', 'SANTO'],
])

/** The words that matter; one that is an initial, or has a point behind it, ends in a point. */
const wordsOf = (name: string): string[] =>
  [
    ...foldText(name)
      .replace(/\bS[./]A\b/g, 'SA')
      .matchAll(/([A-Z0-9]+)(\.?)/g),
  ]
    .map(([, word = '', point = '']) => ({ word: usual.get(word) ?? word, point }))
    .filter(({ word }) => !unimportant.has(word))
    .map(({ word, point }) => (word.length === 1 || point !== '' ? `${word}.` : word))

const bare = (word: string): string => word.replace('.', '')

const abbreviates = (short: string, long: string): boolean =>
  short.endsWith('.') && bare(long).startsWith(bare(short))

const takeOut = (words: string[], fits: (word: string) => boolean): boolean => {
  const index = words.findIndex(fits)
  if (index >= 0) words.splice(index, 1)
  return index >= 0
}

/**
 * Whether two names can be one person's (case G44): accents, particles, abbreviations, the order and names left out between them do
 * not count, but two words at least, or all there are, have to agree, and one of them letter by letter. An empty name agrees with none.
 */
export const isSameName = (one: string, other: string): boolean => {
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  if (fewer.length === 0 || (fewer.length === 1 && more.length > 1)) return false
  const left = [...more]
  const inexact = fewer.filter((word) => !takeOut(left, (each) => bare(each) === bare(word)))
  if (inexact.length === fewer.length) return false
  return inexact.every((word) => takeOut(left, (each) => abbreviates(word, each) || abbreviates(each, word)))
}
