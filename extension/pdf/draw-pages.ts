import { AppError } from '../../shared/errors.ts'
import { bands } from './bands.ts'
import type { Slice } from './choose-cuts.ts'
import type { Word } from './collect-words.ts'
import { drawBand, largestSide } from './draw-band.ts'
import { pageImage, type PageImage } from './page-image.ts'
import type { RenderCopy } from './render-copy.ts'
import { isDrawn } from './verify-slice.ts'

/** One page: its picture, and the words on it with the page's left top as origin (CSS pixels). */
export interface Page {
  image: PageImage
  words: Word[]
  /** CSS pixels. */
  height: number
}

/** Dots per inch on paper, never below 144: as usual, and for pages so full of letters that their file would grow. */
const densities = { usual: 158, full: 146 }

/** Letters on one page; a page of a report in rows has some 4.000. */
const fullPage = 5500

const wordsOn = (words: readonly Word[], { top, bottom }: Slice): Word[] =>
  words
    .filter((word) => word.top + word.height / 2 >= top && word.top + word.height / 2 < bottom)
    .map((word) => ({ ...word, top: word.top - top }))

/** Densities to draw with, in turn: a page that came out blank is drawn again, then less dense. */
const plannedDensities = (slices: readonly Slice[], words: readonly Word[]): number[] => {
  const letters = slices.map((slice) => wordsOn(words, slice).reduce((sum, { text }) => sum + text.length, 0))
  const isFull = letters.some((count) => count > fullPage)
  return [isFull ? densities.full : densities.usual, densities.full]
}

/** The pixels of one page; `undefined` when the drawing has no such part. */
const cutOut = (band: HTMLCanvasElement, offset: number, height: number): ImageData | undefined => {
  if (band.width === 0 || height === 0 || offset + height > band.height) return undefined
  return band.getContext('2d')?.getImageData(0, offset, band.width, height)
}

/** The pages of one drawing; `undefined` in place of one that is not what it has to be. */
async function* drawGroup(
  copy: RenderCopy,
  group: readonly Slice[],
  words: readonly Word[],
  scale: number,
): AsyncGenerator<Page | undefined> {
  const top = group[0]?.top ?? 0
  const band = await drawBand(copy, { top, bottom: group.at(-1)?.bottom ?? top }, scale)
  for (const slice of group) {
    const height = slice.bottom - slice.top
    const onPage = wordsOn(words, slice)
    const data = cutOut(band, Math.round((slice.top - top) * scale), Math.floor(height * scale))
    const good = data && isDrawn(data, onPage, scale)
    yield good ? { image: await pageImage(data), words: onPage, height } : undefined
  }
  // Gives the memory back at once: browsers keep detached canvases for long.
  band.width = 0
}

/** Draws one page again, alone, less dense. @throws AppError `pdf-blank` */
const drawAlone = async (
  copy: RenderCopy,
  slice: Slice,
  words: readonly Word[],
  scales: readonly number[],
): Promise<Page> => {
  for (const scale of scales)
    for await (const page of drawGroup(copy, [slice], words, scale)) if (page) return page
  throw new AppError('pdf-blank')
}

/**
 * Every page in order, each one verified. Lets the browser breathe between pages.
 * @param pointsPerPixel points of paper per CSS pixel
 * @throws AppError `pdf-blank` when a page with text stays empty
 */
export async function* drawPages(
  copy: RenderCopy,
  slices: readonly Slice[],
  words: readonly Word[],
  pointsPerPixel: number,
  signal?: AbortSignal,
): AsyncGenerator<Page> {
  const scales = plannedDensities(slices, words).map((density) => (density / 72) * pointsPerPixel)
  const [scale = 1] = scales
  for (const group of bands(slices, scale, largestSide)) {
    signal?.throwIfAborted()
    let i = 0
    for await (const page of drawGroup(copy, group, words, scale)) {
      signal?.throwIfAborted()
      yield page ?? (await drawAlone(copy, group[i] as Slice, words, scales))
      i += 1
    }
  }
}
