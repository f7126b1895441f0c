import type { NegativationRecord } from '../store/records.ts'

/** What of a record can be searched for. */
export interface SearchText {
  /** Lower case, without accents. */
  name: string
  document: string
  invoiceIds: readonly string[]
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

export const searchTextOf = ({ debtor, invoices }: NegativationRecord): SearchText => ({
  name: folded(debtor.name),
  document: debtor.document,
  invoiceIds: invoices.map(({ id }) => id),
})

/** Too few characters of a document name too many people. */
const shortestDocumentPart = 3

/**
 * Whether a record is meant by what a person typed: words of the name in any order, the beginning of a document with or without its
 * mask, or a whole invoice number. An empty search means every record.
 */
export const searcher = (typed: string): ((text: SearchText) => boolean) => {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  const whole = words.join('')
  const isNumber = /^[\da-z./-]*\d[\da-z./-]*$/.test(whole)
  const document = isNumber ? whole.replaceAll(/[./-]/g, '').toUpperCase() : ''
  const invoiceId = typed.trim()
  const isDocument = document.length >= shortestDocumentPart
  return ({ name, document: ours, invoiceIds }) =>
    words.every((word) => name.includes(word)) ||
    (isDocument && ours.startsWith(document)) ||
    (isNumber && invoiceIds.includes(invoiceId))
}
