/** A colour of a picture with the number of its pixels. */
interface Colour {
  r: number
  g: number
  b: number
  count: number
}

export interface Palette {
  /** red, green, blue, red, … */
  bytes: Uint8Array
  /** The part of all pixels whose colour it visibly changes. */
  changed: number
  indexOf: (pixel: number) => number
}

/** Above so many colours it is a photograph: they are counted in steps of 8. */
const manyColours = 20_000

/** Squared distance of two colours that the eye tells apart: some 20 steps of 255 in each channel. */
const visible = 3 * 20 ** 2

/** Counts colours of little-endian RGBA pixels. Pages are mostly runs of one colour, so runs are counted, not pixels. */
const count = (pixels: Uint32Array, mask: number, limit: number): Map<number, number> | undefined => {
  const counts = new Map<number, number>()
  for (let i = 0; i < pixels.length;) {
    const pixel = pixels[i] as number
    let end = i + 1
    while (pixels[end] === pixel) end += 1
    const key = pixel & mask
    counts.set(key, (counts.get(key) ?? 0) + end - i)
    if (counts.size > limit) return undefined
    i = end
  }
  return counts
}

/** The distinct colours of a picture. One means that nothing was drawn (G2). */
export const countColours = (pixels: Uint32Array): { counts: Map<number, number>; mask: number } => {
  const exact = count(pixels, 0xffffff, manyColours)
  if (exact) return { counts: exact, mask: 0xffffff }
  return { counts: count(pixels, 0xf8f8f8, Infinity) ?? new Map<number, number>(), mask: 0xf8f8f8 }
}

const colourOf = ([key, pixels]: readonly [number, number]): Colour => ({
  r: key & 0xff,
  g: (key >> 8) & 0xff,
  b: (key >> 16) & 0xff,
  count: pixels,
})

const distance = (a: Colour, b: Colour): number => (a.r - b.r) ** 2 + (a.g - b.g) ** 2 + (a.b - b.b) ** 2

const nearest = (palette: readonly Colour[], colour: Colour): number => {
  let best = 0
  let least = Infinity
  for (let i = 0; i < palette.length; i += 1) {
    const far = distance(palette[i] as Colour, colour)
    if (far < least) [best, least] = [i, far]
  }
  return best
}

/** Commonest first, then always the colour that is worst served: rare but distinct colours (a red amount) get in. */
const seeds = (colours: readonly Colour[], size: number): Colour[] => {
  const far = colours.map(() => Infinity)
  const palette: Colour[] = []
  let next = colours.reduce((a, b) => (b.count > a.count ? b : a))
  while (palette.length < size) {
    palette.push({ ...next })
    let worst = 0
    colours.forEach((colour, i) => {
      far[i] = Math.min(far[i] as number, distance(colour, next))
    })
    const served = next
    colours.forEach((colour, i) => {
      const badly = (far[i] as number) * colour.count
      if (badly > worst) [next, worst] = [colour, badly]
    })
    if (next === served) break
  }
  return palette
}

/** Moves every colour but the first (the paper stays exactly what it is) to the middle of what it serves. */
const refined = (palette: Colour[], colours: readonly Colour[]): Colour[] => {
  const sums = palette.map(() => ({ r: 0, g: 0, b: 0, count: 0 }))
  for (const colour of colours) {
    const sum = sums[nearest(palette, colour)] as Colour
    sum.r += colour.r * colour.count
    sum.g += colour.g * colour.count
    sum.b += colour.b * colour.count
    sum.count += colour.count
  }
  return palette.map((old, i) => {
    const sum = sums[i] as Colour
    return i === 0 || sum.count === 0
      ? old
      : {
          r: Math.round(sum.r / sum.count),
          g: Math.round(sum.g / sum.count),
          b: Math.round(sum.b / sum.count),
          count: sum.count,
        }
  })
}

/**
 * At most `size` colours that stand for the picture's own.
 * @param counted from `countColours`
 */
export const choosePalette = (counted: ReturnType<typeof countColours>, size: number): Palette => {
  const colours = [...counted.counts].map(colourOf)
  let palette = seeds(colours, size)
  for (let round = 0; round < 2; round += 1) palette = refined(palette, colours)
  const index = new Map<number, number>()
  let [changed, all] = [0, 0]
  for (const [key, pixels] of counted.counts) {
    const colour = colourOf([key, pixels])
    const best = nearest(palette, colour)
    index.set(key, best)
    all += pixels
    if (distance(colour, palette[best] as Colour) > visible) changed += pixels
  }
  return {
    bytes: Uint8Array.from(palette.flatMap(({ r, g, b }) => [r, g, b])),
    changed: changed / all,
    indexOf: (pixel) => index.get(pixel & counted.mask) ?? 0,
  }
}
