import { formatDocument, parseDocument } from '../../shared/document.ts'

/** A document with its mask; a text that is none stays as the ERP has it. */
export const shownDocument = (text: string): string => {
  const document = parseDocument(text)
  return document ? formatDocument(document) : text
}
