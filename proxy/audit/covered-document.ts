import type { Document } from '../../shared/document.ts'
import { documentKind, formatDocument } from '../../shared/document.ts'

/** Enough to tell two people on a page apart, and not enough to know one: `***.640.258-**`, `**.718.253/****-**`. */
export const coveredDocument = (document: Document): string => {
  const shown = formatDocument(document)
  return documentKind(document) === 'CPF' ? `***${shown.slice(3, 12)}**` : `**${shown.slice(2, 11)}****-**`
}
