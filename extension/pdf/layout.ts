/** A sheet, in points. */
interface Paper {
  format: 'a4' | 'a3'
  orientation: 'portrait' | 'landscape'
  width: number
  height: number
}

/** Where the report stands on its sheets. Points, unless told. */
export interface Layout {
  paper: Paper
  left: number
  top: number
  /** Points of paper per CSS pixel of the report. */
  pointsPerPixel: number
  /** CSS pixels of the report that fit one sheet, downwards. */
  pageHeight: number
}

const papers: readonly Paper[] = [
  { format: 'a4', orientation: 'portrait', width: 595.28, height: 841.89 },
  { format: 'a4', orientation: 'landscape', width: 841.89, height: 595.28 },
  { format: 'a3', orientation: 'landscape', width: 1190.55, height: 841.89 },
]

export const margins = { side: 36, top: 68, bottom: 42 }

/** True size: 96 CSS pixels are an inch. Nothing is ever enlarged. */
const trueSize = 0.75

/** What a report is laid out to: the width of an A4 body at true size, in CSS pixels. */
export const renderWidth = Math.floor((595.28 - 2 * margins.side) / trueSize)

/** Smaller print cannot be read on paper (G14). */
const smallestPoints = 6

const on = (paper: Paper, width: number): Layout => {
  const pointsPerPixel = Math.min(trueSize, (paper.width - 2 * margins.side) / width)
  return {
    paper,
    left: margins.side,
    top: margins.top,
    pointsPerPixel,
    pageHeight: Math.floor((paper.height - margins.top - margins.bottom) / pointsPerPixel),
  }
}

/**
 * The first sheet on which the smallest text keeps 6 points, or the largest sheet.
 * Text that its author made smaller than 8 px does not count: no sheet would do.
 * @param width of the report, CSS pixels
 * @param smallestText font size, CSS pixels
 */
export const chooseLayout = (width: number, smallestText: number): Layout => {
  const layouts = papers.map((paper) => on(paper, width))
  const readable = (layout: Layout) =>
    Math.max(smallestText, 8) * layout.pointsPerPixel >= smallestPoints - 0.01
  return layouts.find(readable) ?? (layouts.at(-1) as Layout)
}
