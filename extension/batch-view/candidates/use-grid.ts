import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { VirtualRows } from '../../ui/use-virtual-rows.ts'
import { useVirtualRows } from '../../ui/use-virtual-rows.ts'
import { isRowChosen, withRows } from '../selection/range.ts'
import type { Selection } from '../selection/select.ts'
import { gridAct } from './grid-keys.ts'
import type { Entry } from './model.ts'
import type { Row } from './rows.ts'
import { rowsOf } from './rows.ts'

/** Of every line, in pixels; the style sheet holds the same. */
export const rowHeight = 44

interface GridParts {
  list: RefObject<HTMLElement | null>
  entries: readonly Entry[]
  selection: Selection
  onSelection: (next: (known: Selection) => Selection) => void
  /** Selects everything that may be selected in the list. */
  onAll: () => void
  /** Names filters and order: another one begins at the top. */
  of: string
}

export interface Grid {
  rows: readonly Row[]
  open: ReadonlySet<string>
  /** The line that the Tab key reaches. */
  at: number
  virtual: VirtualRows
  onKey: (event: KeyboardEvent) => void
  onPress: (event: MouseEvent) => void
}

const isOpened = (open: ReadonlySet<string>, id: string, isOpen: boolean): ReadonlySet<string> => {
  const next = new Set(open)
  if (isOpen) next.add(id)
  else next.delete(id)
  return next
}

/** A press that ends marking a text is no press of the line. */
const isMarking = (): boolean => getSelection()?.isCollapsed === false

/** The table's lines, which of them has the focus and which are open, and what keys and presses do. */
export const useGrid = ({ list, entries, selection, onSelection, onAll, of }: GridParts): Grid => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string | null>(null)
  /** The line that a range begins at. */
  const anchor = useRef<string | null>(null)
  const isFocusWanted = useRef(false)
  const rows = useMemo(() => rowsOf(entries, open), [entries, open])
  const placeOf = (key: string | null) => (key === null ? -1 : rows.findIndex((row) => row.key === key))
  const at = Math.max(
    0,
    useMemo(() => placeOf(active), [rows, active]),
  )
  const virtual = useVirtualRows({ list, count: rows.length, rowHeight, pinned: at })

  useLayoutEffect(() => {
    if (!isFocusWanted.current) return
    isFocusWanted.current = false
    virtual.scrollTo(at)
    list.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true })
  })

  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = 0
  }, [list, of])

  const goTo = (row: Row | undefined) => {
    if (!row) return
    // Nothing would be drawn anew, and the wish would lie there until something else is
    if (row.key === active) return virtual.scrollTo(at)
    isFocusWanted.current = true
    setActive(row.key)
  }
  const choose = (from: number, to: number, isChosen: boolean) => {
    const meant = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
    onSelection((known) => withRows(known, meant, isChosen))
  }
  const toggle = (to: number, isRange: boolean) => {
    const row = rows[to]
    if (!row) return
    const from = isRange ? placeOf(anchor.current) : to
    choose(from < 0 ? to : from, to, !isRowChosen(row, selection))
    anchor.current = row.key
  }
  const setRowOpen = ({ entry }: Row, isOpen: boolean) =>
    setOpen((known) => isOpened(known, entry.id, isOpen))
  const toParent = ({ entry }: Row) => goTo(rows.find(({ key }) => key === entry.id))

  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 1)
    const meant = gridAct(event, { at, count: rows.length, page })
    const row = rows[at]
    if (!meant || !row) return
    event.preventDefault()
    if (meant.act === 'move') {
      if (meant.isRange) choose(at, meant.to, true)
      else anchor.current = rows[meant.to]?.key ?? null
      return goTo(rows[meant.to])
    }
    if (meant.act === 'all') return onAll()
    if (meant.act === 'toggle') return toggle(at, false)
    if (row.kind === 'candidate')
      return setRowOpen(row, meant.act === 'open' || (meant.act === 'flip' && !open.has(row.entry.id)))
    if (meant.act === 'open') return
    if (meant.act === 'flip') setRowOpen(row, false)
    toParent(row)
  }

  const onPress = (event: MouseEvent) => {
    const pressed = event.target instanceof Element ? event.target : null
    const line = pressed?.closest<HTMLElement>('[data-at]')
    const to = Number(line?.dataset['at'] ?? -1)
    const row = rows[to]
    if (!row || isMarking()) return
    setActive(row.key)
    line?.focus({ preventScroll: true })
    if (pressed?.closest('.choice') || event.shiftKey || row.kind === 'invoice')
      return toggle(to, event.shiftKey)
    anchor.current = row.key
    if (row.kind === 'candidate') setRowOpen(row, !open.has(row.entry.id))
  }

  return { rows, open, at, virtual, onKey, onPress }
}
