import type { jsPDF } from 'jspdf'
import type { Word } from './collect-words.ts'
import type { Layout } from './layout.ts'
import { printable } from './printable.ts'

/** The part of a line box above the base line, of DejaVu as of Arial. */
const ascent = 0.8

/** Between words of a sentence there is less, between cells of a row more (parts of the font size). */
const cellGap = 0.45

/** jsPDF's way to write an operator into the page, which its types leave out. */
interface PageStream {
  write: (operator: string) => void
}

/** Writes `text` unseen, stretched to `width`. */
const addUnseen = (pdf: jsPDF, text: string, x: number, y: number, width: number): void => {
  const natural = pdf.getTextWidth(text)
  pdf.text(text, x, y, {
    renderingMode: 'invisible',
    horizontalScale: natural > 0 ? width / natural : 1,
  })
}

const middle = ({ top, height }: Word): number => top + height / 2

/** The empty space between two words when both stand on one line, as far apart as cells. */
const gapBetween = (word: Word, next: Word | undefined): number => {
  if (!next || Math.abs(middle(next) - middle(word)) > Math.min(word.height, next.height) / 4) return 0
  const gap = next.left - word.left - word.width
  return gap > word.size * cellGap ? gap : 0
}

/**
 * Writes the words of a page, unseen, where their pictures are: what can be selected, searched and read aloud.
 * Each word is stretched to the width of its picture. The space between two cells of a row is written too, as a span that
 * stands for blanks: without it, readers that look for columns (pdftotext) take a table apart and read it downwards.
 */
export const addTextLayer = (pdf: jsPDF, words: readonly Word[], layout: Layout): void => {
  const { left, top, pointsPerPixel } = layout
  const stream = pdf.internal as unknown as PageStream
  words.forEach((word, i) => {
    const y = top + (word.top + word.height * ascent) * pointsPerPixel
    pdf.setFontSize(word.size * pointsPerPixel)
    addUnseen(pdf, printable(word.text), left + word.left * pointsPerPixel, y, word.width * pointsPerPixel)
    const gap = gapBetween(word, words[i + 1])
    if (gap === 0) return
    stream.write('/Span <</ActualText <FEFF00200020>>> BDC')
    addUnseen(pdf, ' ', left + (word.left + word.width) * pointsPerPixel, y, gap * pointsPerPixel)
    stream.write('EMC')
  })
}
