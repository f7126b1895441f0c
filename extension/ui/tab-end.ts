import type { Document } from '../../shared/document.ts'
import { documentKind, formatDocument } from '../../shared/document.ts'

/** Shows that a tab is of this document without giving it away in a list of tabs or in the browser's history. */
export const tabEnd = (document: Document): string =>
  `${documentKind(document)} …${formatDocument(document).slice(-6)}`
