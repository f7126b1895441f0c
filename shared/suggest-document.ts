import { parseCnpj, parseCpf, parseDocument } from './document.ts'
import type { Document } from './document.ts'
import { spellingDoubts } from './doubt.ts'
import type { Doubt } from './doubt.ts'

export interface DocumentSuggestion {
  value: Document
  /** Empty: the cell held the whole document. Else a person confirms each row. */
  doubts: Doubt[]
}

/** A CPF that lost one or two zeros, a CNPJ that lost one. Shorter numbers are something else (case G21). */
const withZeros = (digits: string): Document | null => {
  if (/^\d{9,10}$/.test(digits)) return parseCpf(digits.padStart(11, '0'))
  if (/^\d{13}$/.test(digits)) return parseCnpj(digits.padStart(14, '0'))
  return null
}

/**
 * The document that a spreadsheet cell most likely holds, or null. Only for spreadsheets, where columns of numbers lose
 * leading zeros; a page's text goes through `findDocuments`, which never completes anything.
 */
export const suggestDocument = (cell: string | number): DocumentSuggestion | null => {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return null
  const text = String(cell)
  const whole = parseDocument(text)
  if (whole) return { value: whole, doubts: spellingDoubts(text) }
  const completed = withZeros(text.trim())
  return completed && { value: completed, doubts: ['zeros-completed'] }
}
