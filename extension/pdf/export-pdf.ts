import { AppError } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { chooseCuts, type Slice } from './choose-cuts.ts'
import { collectWords, type Word } from './collect-words.ts'
import { drawPages } from './draw-pages.ts'
import { chooseLayout, type Layout } from './layout.ts'
import { contentBottom, measureBoxes, measurePictures } from './measure-boxes.ts'
import type { PdfHeader } from './pdf-header.ts'
import { openRenderCopy, type RenderCopy } from './render-copy.ts'
import { startPdf } from './write-pdf.ts'

export type { PdfHeader } from './pdf-header.ts'

export interface PdfOptions {
  texts: Texts['pdf']
  signal?: AbortSignal
  /** After each page. */
  onProgress?: (done: number, total: number) => void
}

/** How the report goes on paper. */
export interface PdfPlan {
  layout: Layout
  slices: Slice[]
  words: Word[]
}

/** Measures an open copy and decides sheet, cuts and text. */
export const planPdf = (copy: RenderCopy): PdfPlan => {
  const words = collectWords(copy.document)
  const lines = [
    ...words.map(({ top, height }) => ({ top, bottom: top + height })),
    ...measurePictures(copy.document),
  ]
  const smallest = words.reduce((least, { size }) => Math.min(least, size), Infinity)
  const layout = chooseLayout(copy.width, smallest)
  const total = contentBottom(copy.document, lines)
  return { layout, words, slices: chooseCuts(measureBoxes(copy.document), lines, total, layout.pageHeight) }
}

const exportCopy = async (copy: RenderCopy, header: PdfHeader, options: PdfOptions): Promise<Blob> => {
  const { texts, signal, onProgress } = options
  const { layout, slices, words } = planPdf(copy)
  // A report without a single word is no report: it would be a blank file.
  if (words.length === 0) throw new AppError('pdf-blank')
  const pdf = startPdf(layout, header, texts, slices.length)
  let done = 0
  for await (const page of drawPages(copy, slices, words, layout.pointsPerPixel, signal)) {
    pdf.add(page)
    done += 1
    onProgress?.(done, slices.length)
  }
  return pdf.finish()
}

/**
 * The report in `frame` as a PDF: pictures of its pages with its words, unseen, above them. Never a blank file.
 * @param frame loaded, with a document from `cleanReport`
 * @throws AppError `pdf-blank` when a page stays empty, `pdf-failed` for anything else, the signal's reason on abort
 */
export const exportPdf = async (
  frame: HTMLIFrameElement,
  header: PdfHeader,
  options: PdfOptions,
): Promise<Blob> => {
  let copy: RenderCopy | undefined
  try {
    copy = await openRenderCopy(frame, options.signal)
    return await exportCopy(copy, header, options)
  } catch (thrown) {
    if (options.signal?.aborted || thrown instanceof AppError) throw thrown
    throw new AppError('pdf-failed', { cause: thrown, retry: 'safe' })
  } finally {
    copy?.close()
  }
}
