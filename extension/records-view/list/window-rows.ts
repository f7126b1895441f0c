export interface RowWindow {
  /** The first and the one after the last row to draw. */
  from: number
  to: number
  /** Heights that stand for the rows above and below, in pixels. */
  above: number
  below: number
}

/** Rows drawn beyond each edge, so that a key press or a turn of the wheel finds them there. */
const spare = 12

/** Which of `count` rows of one height are to be drawn. All in pixels; a list that is not laid out yet draws its first rows. */
export const windowRows = (count: number, rowHeight: number, top: number, height: number): RowWindow => {
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight), count - 1))
  const from = Math.max(0, first - spare)
  const to = Math.min(count, first + Math.ceil((height || 900) / rowHeight) + spare)
  return { from, to, above: from * rowHeight, below: (count - to) * rowHeight }
}

/**
 * How far a list has to be scrolled on, in pixels, so that the first visible row stays where it is when other rows came or went
 * above it. A list that stands at its top stays at its top.
 */
export const scrollShift = (
  before: readonly { id: string }[],
  after: readonly { id: string }[],
  rowHeight: number,
  top: number,
): number => {
  if (top <= 0) return 0
  const first = Math.floor(top / rowHeight)
  for (let at = first; at < before.length; at += 1) {
    const now = after.findIndex(({ id }) => id === before[at]?.id)
    if (now >= 0) return (now - at) * rowHeight
  }
  return 0
}
