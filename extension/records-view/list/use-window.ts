import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useVirtualRows } from '../../ui/use-virtual-rows.ts'
import { scrollShift } from './scroll-shift.ts'

export interface RowWindow {
  /** The first and the one after the last row to draw. */
  from: number
  to: number
  /** Heights that stand for the rows above and below, in pixels. */
  above: number
  below: number
}

/** Which rows of a scrolled list are drawn. Rows that come or go above the visible ones do not move these. */
export const useWindow = (
  list: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  rowHeight: number,
): RowWindow => {
  const { rows: drawn, total } = useVirtualRows({ list, count: rows.length, rowHeight })
  const before = useRef(rows)

  useLayoutEffect(() => {
    const element = list.current
    // The scrolling that this causes moves the window
    if (element && before.current !== rows)
      element.scrollTop += scrollShift(before.current, rows, rowHeight, element.scrollTop)
    before.current = rows
  }, [list, rows, rowHeight])

  const from = drawn[0]?.index ?? 0
  const to = (drawn.at(-1)?.index ?? -1) + 1
  return { from, to, above: from * rowHeight, below: total - to * rowHeight }
}
