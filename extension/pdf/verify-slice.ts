import type { Word } from './collect-words.ts'

/** The pixels of one page, and the words that have to be seen in it. */
export interface DrawnSlice {
  /** Little-endian RGBA. */
  pixels: Uint32Array
  width: number
  height: number
  /** Words with the left top of the slice as origin, CSS pixels. */
  words: readonly Word[]
  /** Device pixels per CSS pixel. */
  scale: number
}

/** White text on white exists, in reports too; most words have to leave a trace. */
const leastInked = 0.5

/** Whether more than one colour stands where the word is. */
const isInked = ({ pixels, width, height, scale }: DrawnSlice, word: Word): boolean => {
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
 */
export const isDrawn = (slice: DrawnSlice): boolean => {
  const { words, pixels, width, height } = slice
  if (width === 0 || height === 0 || pixels.length !== width * height) return false
  const third = Math.ceil(words.length / 3)
  for (let start = 0; start < words.length; start += third) {
    const part = words.slice(start, start + third)
    if (part.filter((word) => isInked(slice, word)).length < part.length * leastInked) return false
  }
  return true
}
