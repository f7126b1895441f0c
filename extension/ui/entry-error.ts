import type { DocumentEntry } from './mask-document.ts'

interface EntryWords {
  documentInvalid: string
  documentShort: string
}

/** What to say beside a document entry: a wrong one at once, an unfinished one only after the person tried to go on. */
export const entryError = (entry: DocumentEntry, words: EntryWords, isTried: boolean): string | undefined => {
  if (entry.state === 'invalid') return words.documentInvalid
  return isTried && entry.state !== 'valid' ? words.documentShort : undefined
}
