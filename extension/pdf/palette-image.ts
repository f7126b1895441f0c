import type { Palette } from './colours.ts'

/** A picture of palette numbers, deflated, as a PDF stores it. */
export interface PaletteImage {
  width: number
  height: number
  /** 1, 2, 4 or 8. */
  bits: number
  palette: Uint8Array
  data: Uint8Array
}

const bitsFor = (colours: number): number => (colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8)

/** Palette numbers, `bits` each, rows padded to whole bytes. */
const packed = (
  pixels: Uint32Array,
  width: number,
  bits: number,
  indexOf: Palette['indexOf'],
): Uint8Array => {
  const rowBytes = Math.ceil((width * bits) / 8)
  const rows = pixels.length / width
  const bytes = new Uint8Array(rowBytes * rows)
  const perByte = 8 / bits
  let [last, index] = [-1, 0]
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = pixels[y * width + x] as number
      if (pixel !== last) [last, index] = [pixel, indexOf(pixel)]
      const place = y * rowBytes + ((x / perByte) | 0)
      bytes[place] = (bytes[place] as number) | (index << (8 - bits - (x % perByte) * bits))
    }
  }
  return bytes
}

const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The picture in the colours of `palette`. Off the main thread as far as packing allows. */
export const paletteImage = async (
  pixels: Uint32Array,
  width: number,
  palette: Palette,
): Promise<PaletteImage> => {
  const bits = bitsFor(palette.bytes.length / 3)
  const data = await deflated(packed(pixels, width, bits, palette.indexOf) as Uint8Array<ArrayBuffer>)
  return { width, height: pixels.length / width, bits, palette: palette.bytes, data }
}
