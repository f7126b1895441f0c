/**
 * The characters of the reduced font: what a Brazilian report, a name or an amount can hold (Latin with every accent,
 * Greek, Cyrillic, punctuation, currency), and the signs that forms like (arrows, comparison, boxes, check marks).
 * Anything else becomes U+FFFD in the text of the PDF; its picture stays right.
 */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x1fa, 0x1ff],
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x300, 0x304],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x1e80, 0x1e85],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203e],
  [0x2044, 0x2044],
  [0x2070, 0x208e],
  [0x20a0, 0x20bd],
  [0x2105, 0x2122],
  [0x2150, 0x215e],
  [0x2190, 0x21ff],
  [0x2200, 0x2265],
  [0x2500, 0x25ff],
  [0x2605, 0x2612],
  [0x2666, 0x2666],
  [0x26a0, 0x26a0],
  [0x2701, 0x27be],
  [0xfb01, 0xfb02],
  [0xfffd, 0xfffd],
]

/** Every code point of the reduced font, ascending. */
export const fontCharacters = (): number[] =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
