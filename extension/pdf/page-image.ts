import { choosePalette, countColours, type Palette } from './colours.ts'
import { paletteImage, type PaletteImage } from './palette-image.ts'

export type PageImage = PaletteImage | { jpeg: Uint8Array; width: number; height: number }

/** Palette sizes in turn; up to 16 colours pack two pixels into a byte, and fewer colours deflate better. */
const sizes = [8, 12, 16, 32, 64, 256] as const

/** The part of a page whose colour may visibly change: the edges of letters, but no bar of a score from green to grey. */
const mayChange = 0.002

/** What a very dense page may change, so that it stays below its size: shades, never the hue of a word. */
const mayChangeDense = 0.02

/** Bytes of a page of text and tables, before its own letters and the share of the font. */
const budget = 125 * 1024

/** Text stays sharp and amounts legible; below that, rings around letters begin to show. */
const jpegQuality = 0.82

const bytesOf = (image: PageImage): number => ('jpeg' in image ? image.jpeg : image.data).length

const jpegImage = async (data: ImageData): Promise<PageImage | undefined> => {
  const canvas = document.createElement('canvas')
  canvas.width = data.width
  canvas.height = data.height
  canvas.getContext('2d')?.putImageData(data, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', jpegQuality)
  })
  if (!blob || blob.size === 0 || blob.type !== 'image/jpeg') return undefined
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height }
}

/** The smallest palette that changes no more of the page than `limit`. */
const smallestPalette = (counted: ReturnType<typeof countColours>, limit: number): Palette => {
  let palette = choosePalette(counted, sizes[0])
  for (const size of sizes.slice(1)) {
    if (palette.changed <= limit) break
    palette = choosePalette(counted, size)
  }
  return palette
}

/**
 * The smallest picture of a page that is as good as it has to be: few colours where text and tables allow it (a page then
 * takes some 60 KB), more where they do not, JPEG where photographs make that smaller (G11).
 */
export const pageImage = async (data: ImageData): Promise<PageImage> => {
  const pixels = new Uint32Array(data.data.buffer)
  const counted = countColours(pixels)
  const image = await paletteImage(pixels, data.width, smallestPalette(counted, mayChange))
  if (bytesOf(image) <= budget) return image
  const smaller = await paletteImage(pixels, data.width, smallestPalette(counted, mayChangeDense))
  if (bytesOf(smaller) <= budget) return smaller
  const jpeg = await jpegImage(data)
  return jpeg && bytesOf(jpeg) < bytesOf(smaller) ? jpeg : smaller
}
