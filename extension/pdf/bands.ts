import type { Slice } from './choose-cuts.ts'

/**
 * Pages that are drawn together: each drawing walks the whole report, so few drawings are quick; no drawing may be higher
 * than `largest` device pixels. A page that is higher alone is an error of the caller's.
 */
export const bands = (slices: readonly Slice[], scale: number, largest: number): Slice[][] => {
  const groups: Slice[][] = []
  for (const slice of slices) {
    const group = groups.at(-1)
    const top = group?.[0]?.top ?? slice.top
    if (group && (slice.bottom - top) * scale <= largest - 1) group.push(slice)
    else groups.push([slice])
  }
  return groups
}
