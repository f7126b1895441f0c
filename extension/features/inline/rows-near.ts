/** So many pixels above and below the window a row counts as near: it has its mark before it is scrolled to. */
const margin = 300
/** So many rows that are not drawn are passed over in one look. */
const mostHidden = 500

const isDrawn = ({ width, height }: DOMRect): boolean => width > 0 || height > 0

/** The place of the first row of those from `first` on that ends below the upper margin. Rows lie one below the other; some are not drawn. */
const firstNear = (rows: ArrayLike<HTMLElement>): number => {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    let probe = middle
    let box = rows[probe]?.getBoundingClientRect()
    while (box && !isDrawn(box) && probe + 1 < high) {
      probe += 1
      box = rows[probe]?.getBoundingClientRect()
    }
    if (box && isDrawn(box) && box.bottom < -margin) low = probe + 1
    else high = middle
  }
  return low
}

/** The rows in and around a window of this height, `most` at most, without a look at the others. */
export const rowsNear = (rows: ArrayLike<HTMLElement>, height: number, most: number): HTMLElement[] => {
  const near: HTMLElement[] = []
  let hidden = 0
  for (let at = firstNear(rows); near.length < most && hidden < mostHidden; at += 1) {
    const row = rows[at]
    if (!row) break
    const box = row.getBoundingClientRect()
    if (!isDrawn(box)) hidden += 1
    else if (box.top > height + margin) break
    else near.push(row)
  }
  return near
}
