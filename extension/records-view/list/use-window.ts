import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RowWindow } from './window-rows.ts'
import { scrollShift, windowRows } from './window-rows.ts'

/** So many rows may be scrolled before the window moves; fewer than are drawn beyond its edges. */
const step = 4

/** Which rows of a scrolled list are drawn. Rows that come or go above the visible ones do not move these. */
export const useWindow = (
  list: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  rowHeight: number,
): RowWindow => {
  const [view, setView] = useState({ top: 0, height: 0 })
  const before = useRef(rows)

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const look = () => {
      const height = element.clientHeight
      const top = Math.floor(element.scrollTop / (rowHeight * step)) * rowHeight * step
      setView((known) => (known.top === top && known.height === height ? known : { top, height }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      element.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [list, rowHeight])

  useLayoutEffect(() => {
    const element = list.current
    // The scrolling that this causes moves the window
    if (element && before.current !== rows)
      element.scrollTop += scrollShift(before.current, rows, rowHeight, element.scrollTop)
    before.current = rows
  }, [list, rows, rowHeight])

  return windowRows(rows.length, rowHeight, view.top, view.height)
}
