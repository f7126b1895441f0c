export interface ShortenedWord {
  text: string
  /** Does not leave as it is: abbreviated or cut. */
  isStruck: boolean
}

/** Parts of the same kind side by side become one. */
const joined = (words: readonly ShortenedWord[]): ShortenedWord[] =>
  words.reduce<ShortenedWord[]>((parts, { text, isStruck }) => {
    const last = parts.at(-1)
    if (last?.isStruck !== isStruck) return [...parts, { text, isStruck }]
    return [...parts.slice(0, -1), { text: `${last.text}${text}`, isStruck }]
  }, [])

/** The letters of a word that leave: all of it, its beginning where it was cut, none where it was abbreviated. */
const keptOf = (word: string, sent: string | undefined): number =>
  sent !== undefined && sent !== '' && word.startsWith(sent) ? sent.length : 0

/**
 * The whole text in parts, those marked that do not leave as they are. Word stands for word: a text is shortened by abbreviating
 * words from its beginning and by cutting its end.
 */
export const shortenedWords = (whole: string, sent: string): ShortenedWord[] => {
  const left = sent.split(' ')
  const words = whole.split(' ').flatMap((word, at): ShortenedWord[] => {
    const kept = keptOf(word, left[at])
    const space = at === 0 ? '' : ' '
    return [
      { text: `${space}${word.slice(0, kept)}`, isStruck: kept === 0 },
      { text: word.slice(kept), isStruck: true },
    ]
  })
  return joined(words.filter(({ text }) => text !== ''))
}
