import type { Document } from '../../../shared/document.ts'
import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import { findDocuments } from '../../../shared/find-documents.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { Draft } from './draft.ts'

/** What a selected text offers to query. */
export type Reading =
  | { kind: 'one'; document: Document; notice?: 'maybe-phone' | 'normalised' }
  | { kind: 'several'; documents: Document[] }
  | { kind: 'masked' }
  /** Nothing but the provider's own CNPJ, which stands on every slip. */
  | { kind: 'own' }
  | { kind: 'none' }

/** The documents in a selection but the provider's own (cases G24, G28, G29): a doubt and a mask are told, never resolved by guessing. */
export const readSelection = (text: string, own: readonly Document[]): Reading => {
  const findings = findDocuments(text, { own })
  const documents = findings.filter((found) => found.kind === 'document')
  const [first] = documents
  if (!first && findings.length > 0) return { kind: 'masked' }
  if (!first) return { kind: findDocuments(text).length > 0 ? 'own' : 'none' }
  if (documents.length > 1) return { kind: 'several', documents: documents.map(({ value }) => value) }
  const notice = (['maybe-phone', 'normalised'] as const).find((doubt) => first.doubts.includes(doubt))
  return { kind: 'one', document: first.value, ...(notice && { notice }) }
}

/** The menu's words for a selection. An empty one gets the general title, which the browser completes itself. */
export const menuTitle = (text: string, { menu }: Texts['erp'], own: readonly Document[]): string => {
  if (text.trim() === '') return menu.unread
  const reading = readSelection(text, own)
  if (reading.kind === 'several') return fill(menu.several, { count: reading.documents.length })
  if (reading.kind !== 'one') return menu[reading.kind]
  const words = reading.notice === 'maybe-phone' ? menu.maybePhone : menu.one
  return fill(words, { document: formatDocument(reading.document) })
}

/** The draft that the report tab opens with. */
export const selectionDraft = (text: string, own: readonly Document[]): Draft => {
  const reading = readSelection(text, own)
  if (reading.kind === 'several') {
    return { document: null, choices: reading.documents.map(formatDocument), notice: 'several' }
  }
  if (reading.kind !== 'one') return { document: null, notice: reading.kind }
  return { document: formatDocument(reading.document), ...(reading.notice && { notice: reading.notice }) }
}
