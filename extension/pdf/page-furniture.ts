import type { jsPDF } from 'jspdf'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { margins, type Layout } from './layout.ts'
import { headerFacts, headerTitle, type PdfHeader } from './pdf-header.ts'
import { printable } from './printable.ts'

const grey = 90

/** Text that has to fit `width`: drawn closer together when it is longer, never cut. */
export const fitted = (pdf: jsPDF, text: string, x: number, y: number, width: number): void => {
  const natural = pdf.getTextWidth(text)
  pdf.text(text, x, y, { renderingMode: 'fill', horizontalScale: Math.min(1, width / natural) })
}

/** A thin line across the page, between its margins. */
export const rule = (pdf: jsPDF, y: number, width: number): void => {
  pdf.setDrawColor(180)
  pdf.setLineWidth(0.5)
  pdf.line(margins.side, y, width - margins.side, y)
}

/** Header on the current page: what it is, whom it is about, protocol, time, who asked. */
export const addHeader = (pdf: jsPDF, header: PdfHeader, words: Texts['pdf'], { paper }: Layout): void => {
  const width = paper.width - 2 * margins.side
  pdf.setTextColor(0)
  pdf.setFontSize(11)
  fitted(pdf, printable(headerTitle(header, words)), margins.side, 34, width)
  pdf.setFontSize(8)
  pdf.setTextColor(grey)
  fitted(pdf, printable(headerFacts(header, words).join('  ·  ')), margins.side, 48, width)
  rule(pdf, 55, paper.width)
}

/** Footer on the current page: page x of y. */
export const addFooter = (
  pdf: jsPDF,
  page: number,
  pages: number,
  words: Texts['pdf'],
  { paper }: Pick<Layout, 'paper'>,
): void => {
  const y = paper.height - 22
  rule(pdf, y - 11, paper.width)
  pdf.setFontSize(8)
  pdf.setTextColor(grey)
  const text = fill(words.page, { page, pages })
  pdf.text(text, paper.width - margins.side - pdf.getTextWidth(text), y, {
    renderingMode: 'fill',
    horizontalScale: 1,
  })
}
