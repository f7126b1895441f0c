import { formatDocument, parseDocument } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'

/** A page's document with its usual dots. Throws `document-invalid` for what is none. */
export const checkedDocument = (text: string): string => {
  const document = parseDocument(text)
  if (!document) throw new AppError('document-invalid')
  return formatDocument(document)
}
