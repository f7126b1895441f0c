import type { Word } from './collect-words.ts'

/** What a picture of pixels is: an `ImageData`, or as much of it as is looked at. */
type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>

/** White text on white exists, in reports too; most words have to leave a trace. */
const leastInked = 0.5

/** Whether more than one colour stands where the word is. */
const isInked = (pixels: Uint32Array, { width, height }: Pixels, word: Word, scale: number): boolean => {
  const left = Math.max(0, Math.floor(word.left * scale))
  const right = Math.min(width, Math.ceil((word.left + word.width) * scale))
  const top = Math.max(0, Math.floor(word.top * scale))
  const bottom = Math.min(height, Math.ceil((word.top + word.height) * scale))
  const first = pixels[top * width + left]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if (pixels[y * width + x] !== first) return true
  return false
}

/**
 * Whether a page was really drawn (G2): a canvas that fails does so silently, all white, and a white credit report reads
 * as "nothing found". Each third of the words is judged by itself, so that half a page cannot be missing either.
 * @param words with the left top of the page as origin, CSS pixels
 * @param scale device pixels per CSS pixel
 */
export const isDrawn = (image: Pixels, words: readonly Word[], scale: number): boolean => {
  const { data, width, height } = image
  if (width === 0 || height === 0 || data.length !== width * height * 4) return false
  const pixels = new Uint32Array(data.buffer)
  const third = Math.ceil(words.length / 3)
  for (let start = 0; start < words.length; start += third) {
    const part = words.slice(start, start + third)
    if (part.filter((word) => isInked(pixels, image, word, scale)).length < part.length * leastInked)
      return false
  }
  return true
}
