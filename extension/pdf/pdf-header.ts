import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'

/** What stands above every page of an exported report. */
export interface PdfHeader {
  /** Formatted, e.g. 731.640.258-07. */
  document: string
  documentKind: 'CPF' | 'CNPJ'
  product: string
  protocol: string | null
  /** When it was queried: dd/mm/aaaa hh:mm. */
  at: string
  /** Who queried. */
  operator: string
}

/** The title line: what the paper is. Without personal data, since it becomes the title of the file too. */
export const headerTitle = (header: PdfHeader, words: Texts['pdf']): string =>
  fill(words.title, { product: header.product })

/** The line below: document, protocol, date, operator. */
export const headerFacts = (header: PdfHeader, words: Texts['pdf']): string[] => [
  `${header.documentKind} ${header.document}`,
  header.protocol === null ? words.noProtocol : fill(words.protocol, { protocol: header.protocol }),
  header.at,
  fill(words.operator, { operator: header.operator }),
]
