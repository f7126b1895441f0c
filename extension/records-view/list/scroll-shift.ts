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
