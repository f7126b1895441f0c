/** A measured block of the report. CSS pixels from its top. */
export interface Box {
  top: number
  bottom: number
  /** A row, a paragraph, a picture: goes to the next page rather than be cut. */
  whole: boolean
  /** A heading: never the last thing on a page. */
  withNext: boolean
  children: readonly Box[]
}

/** A line of text or a picture: what no cut may cross. */
export interface Line {
  top: number
  bottom: number
}

/** The part of the report that one page shows. */
export interface Slice {
  top: number
  bottom: number
}

/** Layout is fractional; half a pixel is no overlap. */
const tolerance = 0.5

/** A container moves whole too, unless that would leave more than this share of the page empty. */
const emptyShare = 0.25

const crosses = ({ top, bottom }: Line, cut: number): boolean =>
  top < cut - tolerance && bottom > cut + tolerance

interface Page {
  start: number
  height: number
}

/** The top of `box`, or of the headings right above it. */
const withHeadings = (siblings: readonly Box[], box: Box, page: Page): number => {
  let top = box.top
  for (let i = siblings.indexOf(box) - 1; i >= 0; i -= 1) {
    const above = siblings[i]
    if (!above?.withNext || above.bottom > top + tolerance || above.top <= page.start) break
    top = above.top
  }
  return top
}

const movesWhole = (box: Box, page: Page): boolean =>
  box.bottom - box.top <= page.height &&
  (box.whole || page.start + page.height - box.top <= page.height * emptyShare)

/** The lowest cut at or above `cut` that leaves every box whole which has to be. */
const settle = (boxes: readonly Box[], cut: number, page: Page): number => {
  let settled = cut
  for (let before = Infinity; settled < before;) {
    before = settled
    for (const box of boxes) {
      const moves = movesWhole(box, page)
      if (!crosses(box, settled) || (!moves && box.children.length === 0)) continue
      const moved = moves ? box.top : settle(box.children, settled, page)
      const first = Math.min(...box.children.map(({ top }) => top))
      const to = moved <= first + tolerance ? withHeadings(boxes, box, page) : moved
      settled = Math.min(settled, to > page.start ? to : moved)
    }
  }
  return settled
}

/** The lowest cut at or above `cut` between lines. Lines higher than a page count for nothing. */
const betweenLines = (lines: readonly Line[], cut: number, page: Page): number => {
  let settled = cut
  for (let before = Infinity; settled < before;) {
    before = settled
    for (const line of lines)
      if (line.bottom - line.top <= page.height && crosses(line, settled)) settled = line.top
  }
  return settled
}

const nextCut = (boxes: readonly Box[], lines: readonly Line[], page: Page): number => {
  const limit = page.start + page.height
  const near = lines.filter(({ top, bottom }) => bottom > page.start && top < limit)
  const byBlock = betweenLines(near, settle(boxes, limit, page), page)
  // A page that would show nothing but a margin is no page.
  const isEmpty = near.length > 0 && !near.some(({ bottom }) => bottom <= byBlock + tolerance)
  if (byBlock > page.start + tolerance && !isEmpty) return byBlock
  const byLine = betweenLines(near, limit, page)
  return byLine > page.start + tolerance ? byLine : limit
}

/**
 * Cuts the report into pages (G3): at the bottom of rows and blocks; a block that fits a page moves whole; a taller one
 * is cut between its children, and if it has none between lines of text. The slices follow one another without a gap.
 * @param total height of the report
 * @param pageHeight what one page can show
 */
export const chooseCuts = (
  boxes: readonly Box[],
  lines: readonly Line[],
  total: number,
  pageHeight: number,
): Slice[] => {
  const slices: Slice[] = []
  for (let start = 0; start < total - tolerance;) {
    const bottom = total - start <= pageHeight ? total : nextCut(boxes, lines, { start, height: pageHeight })
    slices.push({ top: start, bottom })
    start = bottom
  }
  return slices
}
