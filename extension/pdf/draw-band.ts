/**
 * The one place that draws: html2canvas-pro 1.5.13, the kept fork of html2canvas. The original (1.4.1, abandoned) throws
 * on `oklch()`, `color-mix()` and `color()`, so that one modern colour in a report would end the export (G5). The fork's
 * 2.x loses linked style sheets at times; 1.5.x with styles inside the document, as here, draws every time.
 */
import html2canvas from 'html2canvas-pro'
import type { Slice } from './choose-cuts.ts'
import { hideOutside } from './hide-outside.ts'
import { copyHeight, type RenderCopy } from './render-copy.ts'

/** No browser promises more (G1). */
export const largestSide = 8192

const imageLimit = 4000

/**
 * Draws the part of the copy between `top` and `bottom` on white.
 * @param scale device pixels per CSS pixel; fixed, whatever the screen has (G13)
 */
export const drawBand = async (
  copy: RenderCopy,
  { top, bottom }: Slice,
  scale: number,
): Promise<HTMLCanvasElement> => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(copy.width * scale)
  canvas.height = Math.ceil((bottom - top) * scale)
  // Asked for first, so that it stays in main memory: it is read back whole, and has no limit of a graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  // The last row and column are covered in part only; what is left transparent would come out black.
  if (context) {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  const showAgain = hideOutside(copy.document.body, copy.extents(), { top, bottom })
  try {
    return await html2canvas(copy.document.documentElement, {
      canvas,
      scale,
      x: 0,
      y: top,
      width: copy.width,
      height: bottom - top,
      windowWidth: copy.width,
      windowHeight: copyHeight,
      scrollX: 0,
      scrollY: 0,
      backgroundColor: '#ffffff',
      imageTimeout: imageLimit,
      logging: false,
    })
  } finally {
    showAgain()
  }
}
