import type { Page } from 'playwright-core'
import type { PdfHeader } from '../../../extension/pdf/pdf-header.ts'
import { readPdf, type PdfFacts } from './read-pdf.ts'

export const header: PdfHeader = {
  document: '731.640.258-07',
  documentKind: 'CPF',
  product: 'CREDNET LIGHT',
  protocol: '000123456',
  at: '25/11/2026 10:02',
  operator: 'Ana – Cobrança',
}

/** Cleans and shows `html` in the harness. */
export const show = (page: Page, html: string) => page.evaluate((source) => window.harness.show(source), html)

/** Exports what is shown. Throws when the export failed. */
export const exportShown = async (page: Page, facts: PdfHeader = header): Promise<PdfFacts> => {
  const result = await page.evaluate((head) => window.harness.exported(head), facts)
  if (!result.pdf) throw new Error(`export failed: ${result.error} ${result.cause}`)
  return readPdf(result.pdf)
}

/** Cleans, shows and exports `html`. */
export const exportReport = async (
  page: Page,
  html: string,
  facts: PdfHeader = header,
): Promise<PdfFacts> => {
  await show(page, html)
  return exportShown(page, facts)
}

/** Words in order, white space folded. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** So many paragraphs, rows or the like. */
export const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n')
