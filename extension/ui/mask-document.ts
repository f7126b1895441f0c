import type { Document, DocumentKind } from '../../shared/document.ts'
import { documentKind, formatDocument, parseDocument } from '../../shared/document.ts'
import { normaliseText, upperAscii } from '../../shared/normalise-text.ts'

/** What a mask may stand between; anything else was pasted by mistake and stays as it is (case G23). */
const maskable = /^[0-9A-Z./\- ]*$/

const isMaskable = (text: string): boolean =>
  maskable.test(upperAscii(normaliseText(text))) && characters(text).length <= 14

const characters = (text: string): string => upperAscii(normaliseText(text)).replace(/[^0-9A-Z]/g, '')

/** Puts `separators[n]` before the n-th character. */
const separate = (text: string, separators: Record<number, string>): string =>
  Array.from(text, (character, at) => (separators[at] ?? '') + character).join('')

/** What is typed of a CNPJ so far, letters kept (case G22), with its mask: `12abc3` → `12.ABC.3`. */
export const maskCnpj = (text: string): string =>
  isMaskable(text) ? separate(characters(text), { 2: '.', 5: '.', 8: '/', 12: '-' }) : text

const maskCpf = (text: string): string => separate(text, { 3: '.', 6: '.', 9: '-' })

/** What is typed of a CPF or CNPJ so far, with the mask of the only kind that it can still become. */
export const maskDocument = (text: string): string => {
  const whole = parseDocument(text)
  if (whole) return formatDocument(whole)
  if (!isMaskable(text)) return text
  const typed = characters(text)
  return /[A-Z]/.test(typed) || typed.length > 11 ? maskCnpj(typed) : maskCpf(typed)
}

export type DocumentEntry =
  | { state: 'empty' | 'short' | 'invalid' }
  | { state: 'valid'; document: Document; kind: DocumentKind }

/** What a typed text is as a document: nothing yet, unfinished, wrong, or valid. Lost zeros are never guessed. */
export const documentEntry = (text: string): DocumentEntry => {
  const document = parseDocument(text)
  if (document) return { state: 'valid', document, kind: documentKind(document) }
  if (!isMaskable(text)) return { state: 'invalid' }
  const { length } = characters(text)
  if (length === 0) return { state: 'empty' }
  return { state: length === 11 || length >= 14 ? 'invalid' : 'short' }
}
