import { formatDocument, parseDocument } from '../../../shared/document.ts'

/** A document as it is read; what is none stays as the ERP has it. */
export const documentText = (text: string): string => {
  const document = parseDocument(text)
  return document ? formatDocument(document) : text
}
