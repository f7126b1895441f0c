import { jsPDF } from 'jspdf'
import type { PageImage } from './page-image.ts'
import type { PaletteImage } from './palette-image.ts'

/** jsPDF's plug-in point for picture formats, which its types leave out. */
interface ImagePlugIns {
  processPALETTE?: (bytes: Uint8Array, index: number, alias: string) => object
}

const waiting = new WeakMap<Uint8Array, PaletteImage>()

/**
 * A picture format of our own for jsPDF: palette numbers that are deflated already. As a PNG, jsPDF would inflate it, run
 * it through a predictor that makes such pictures larger, and deflate it again on the main thread.
 */
const plugIn: ImagePlugIns['processPALETTE'] = (bytes, index, alias) => {
  const image = waiting.get(bytes)
  if (!image) throw new RangeError('picture without its description')
  let data = ''
  for (let i = 0; i < bytes.length; i += 8192) data += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return {
    alias,
    index,
    data,
    filter: 'FlateDecode',
    width: image.width,
    height: image.height,
    bitsPerComponent: image.bits,
    colorSpace: 'Indexed',
    palette: image.palette,
  }
}

// Before any document is made: each copies the plug-ins when it begins.
;(jsPDF.API as unknown as ImagePlugIns).processPALETTE = plugIn

/**
 * Puts a page's picture on the current page, stored once.
 * @param place left, top, width, height in points
 */
export const addPageImage = (
  pdf: jsPDF,
  image: PageImage,
  alias: string,
  [left, top, width, height]: readonly [number, number, number, number],
): void => {
  if ('jpeg' in image) {
    pdf.addImage(image.jpeg, 'JPEG', left, top, width, height, alias)
    return
  }
  waiting.set(image.data, image)
  pdf.addImage(image.data, 'PALETTE', left, top, width, height, alias)
}
