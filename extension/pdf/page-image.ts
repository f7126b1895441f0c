import { choosePalette, countColours } from './colours.ts'
import { paletteImage, type PaletteImage } from './palette-image.ts'

export type PageImage = PaletteImage | { jpeg: Uint8Array; width: number; height: number }

/** Palette sizes in turn, with the error that each may have. 16 colours pack two pixels into a byte. */
const palettes = [
  { size: 16, error: 40 },
  { size: 64, error: 40 },
  { size: 256, error: Infinity },
] as const

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

/**
 * The smallest picture of a page that is as good as it has to be: few colours where text and tables allow it (a page then
 * takes some 60 KB), more where they do not, JPEG where photographs make that smaller (G11).
 */
export const pageImage = async (data: ImageData): Promise<PageImage> => {
  const pixels = new Uint32Array(data.data.buffer)
  const counted = countColours(pixels)
  const [first, ...others] = palettes
  const plain = choosePalette(counted, first.size)
  if (plain.error <= first.error) return paletteImage(pixels, data.width, plain)
  const good = others
    .map(({ size, error }) => ({ palette: choosePalette(counted, size), error }))
    .find(({ palette, error }) => palette.error <= error)
  const image = await paletteImage(pixels, data.width, good?.palette ?? plain)
  const jpeg = await jpegImage(data)
  return jpeg && bytesOf(jpeg) < bytesOf(image) ? jpeg : image
}
