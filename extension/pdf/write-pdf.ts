import { jsPDF } from 'jspdf'
import type { Texts } from '../../shared/locales/texts.ts'
import { addPageImage } from './add-page-image.ts'
import type { Page } from './draw-pages.ts'
import type { Layout } from './layout.ts'
import { addFooter, addHeader } from './page-furniture.ts'
import { useFont } from './pdf-font.ts'
import { headerTitle, type PdfHeader } from './pdf-header.ts'
import { addTextLayer } from './text-layer.ts'

/** A PDF that grows page by page. */
export interface PdfWriter {
  add: (page: Page) => void
  finish: () => Blob
}

const describe = (pdf: jsPDF, header: PdfHeader, words: Texts['pdf']): void => {
  const title = headerTitle(header, words)
  pdf.setDocumentProperties({
    title,
    subject: [title, header.protocol, header.at].filter(Boolean).join(' · '),
    author: header.operator,
    creator: words.creator,
  })
  pdf.setLanguage('pt-BR')
  // A reader shows the title, not the file's name, in its window.
  pdf.viewerPreferences({ DisplayDocTitle: true })
}

/**
 * Starts a PDF on the sheets of `layout`.
 * @param pages how many pages will be added, for "page x of y"
 */
export const startPdf = (
  layout: Layout,
  header: PdfHeader,
  words: Texts['pdf'],
  pages: number,
): PdfWriter => {
  const { paper, left, top, pointsPerPixel } = layout
  const { format, orientation } = paper
  const pdf = new jsPDF({ unit: 'pt', format, orientation, compress: true, putOnlyUsedFonts: true })
  useFont(pdf)
  describe(pdf, header, words)
  let added = 0
  return {
    add: ({ image, words: onPage, height }) => {
      added += 1
      if (added > 1) pdf.addPage(format, orientation)
      addHeader(pdf, header, words, layout)
      const width = (image.width * height * pointsPerPixel) / image.height
      addPageImage(pdf, image, `page-${added}`, [left, top, width, height * pointsPerPixel])
      addTextLayer(pdf, onPage, layout)
      addFooter(pdf, added, pages, words, layout)
    },
    finish: () => pdf.output('blob'),
  }
}
