import type { Range, Rect } from '@tanstack/virtual-core'
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'

/** Stands for a list that is not laid out, so that its first rows are drawn with it. */
const unlaid: Rect = { width: 0, height: 320 }

interface VirtualRowsParts {
  /** The element that scrolls. Its rows lie at `start` in a part that is `total` high. */
  list: RefObject<HTMLElement | null>
  count: number
  /** Of every row, in pixels. */
  rowHeight: number
  /** Rows drawn beyond each edge. */
  overscan?: number
  /** A row that is drawn wherever the list stands: the one that has the focus. */
  pinned?: number | null
}

export interface VirtualRows {
  /** The rows to draw, from the top: the place in the list, and the distance from its beginning in pixels. */
  rows: { index: number; start: number }[]
  /** The height of all rows, in pixels. */
  total: number
  /** Brings a row into sight, by the shortest way. */
  scrollTo: (index: number) => void
}

const withPinned = (range: Range, pinned: number | null): number[] => {
  const drawn = defaultRangeExtractor(range)
  if (pinned === null || pinned < 0 || pinned >= range.count || drawn.includes(pinned)) return drawn
  return [...drawn, pinned].toSorted((one, other) => one - other)
}

/** Which of many rows of one height are drawn while their list is scrolled. */
export const useVirtualRows = (parts: VirtualRowsParts): VirtualRows => {
  const { list, count, rowHeight, overscan = 8, pinned = null } = parts
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0)
  const options = {
    count,
    overscan,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    rangeExtractor: (range: Range) => withPinned(range, pinned),
    initialRect: unlaid,
    observeElementRect: (instance: Virtualizer<HTMLElement, HTMLElement>, tell: (rect: Rect) => void) =>
      observeElementRect(instance, (rect) => tell(rect.height > 0 ? rect : unlaid)),
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => draw(0),
  }
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options))
  virtualizer.setOptions(options)
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer._willUpdate())

  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start })),
    total: virtualizer.getTotalSize(),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  }
}
