import type { Grid, GridRow } from '../../erps/erp.ts'
import type { Drawing, Mark } from './mark-element.tsx'
import type { Patience } from './patience.ts'
import { rowsNear } from './rows-near.ts'

/** So many stand in a page at once; the others come when they are scrolled to. */
export const mostMarks = 150
/** So many are made in one look, so that no look holds up the page. */
const mostNew = 40

interface RowMarksParts {
  make: (press: () => void) => Mark
  /** What stands in a row of a height that says this; null for nothing. */
  drawingOf: (said: GridRow, height: number) => Drawing | null
  /** A person pressed the chip of a row that still says this. */
  press: (said: GridRow) => void
  patience: Patience
  /** Height of the window. */
  height: () => number
  /** Runs something before the page's next layout: what is written there costs no layout of its own. */
  beforeLayout: (run: () => void) => void
  /** Another look is needed. */
  again: () => void
}

interface Wanted {
  grid: Grid
  row: HTMLElement
  said: GridRow
  drawing: Drawing
}

interface Placed extends Wanted {
  mark: Mark
}

export interface RowMarks {
  /** Lets marks stand in the rows of these grids that are near the window, and nowhere else. */
  show: (grids: readonly Grid[]) => void
  /** Takes away those in rows of a kind, or all. */
  remove: (kind?: GridRow['kind']) => void
}

const factsOf = (said: GridRow): string =>
  said.kind === 'invoice' ? said.id : `${said.document} ${said.name}`

/** Whether two readings of a row say the same of the same cell. */
const isSame = (one: GridRow, other: GridRow | null): boolean =>
  one.cell === other?.cell && one.kind === other.kind && factsOf(one) === factsOf(other)

const isTrue = ({ said, grid, row }: Wanted): boolean => isSame(said, grid.read(row))

/** Marks in the rows of the page's grids. What is wanted is compared with what stands there by a table of our own, never by the page's names. */
export const createRowMarks = (parts: RowMarksParts): RowMarks => {
  const { make, drawingOf, patience, again } = parts
  const placed = new Map<Element, Placed>()
  /** What was seen and does not stand yet. */
  let plan: ReadonlyMap<Element, Wanted> | null = null

  const take = (cell: Element): void => {
    placed.get(cell)?.mark.element.remove()
    placed.delete(cell)
  }

  /** A row that a framework uses again changes its text alone, which no watcher of elements sees: its mark goes before that is drawn. */
  const texts = new MutationObserver((records) => {
    for (const [cell, one] of placed)
      if (records.some(({ target }) => cell.contains(target)) && !isTrue(one)) take(cell)
    again()
  })

  const press = (cell: Element): void => {
    const one = placed.get(cell)
    // A person acts on what he saw, or not at all (case G64).
    if (one && isTrue(one)) parts.press(one.said)
    else take(cell)
    again()
  }

  const wantedIn = (grids: readonly Grid[]): Map<Element, Wanted> => {
    const wanted = new Map<Element, Wanted>()
    for (const grid of grids)
      for (const row of rowsNear(grid.rows, parts.height(), mostMarks - wanted.size)) {
        const said = grid.read(row)
        const drawing = said && drawingOf(said, row.offsetHeight)
        if (drawing) wanted.set(said.cell, { grid, row, said, drawing })
      }
    return wanted
  }

  const place = (wanted: ReadonlyMap<Element, Wanted>): void => {
    for (const [cell, { said }] of placed) if (wanted.get(cell)?.said.kind !== said.kind) take(cell)
    let left = mostNew
    let isTaken = false
    for (const [cell, one] of wanted) {
      const known = placed.get(cell)
      // The page may have used the row for another one meanwhile.
      if (!isTrue(one) || (!known && (left -= 1) < 0)) continue
      const mark = known?.mark ?? make(() => press(cell))
      mark.draw(one.drawing)
      placed.set(cell, { ...one, mark })
      if (mark.element.parentElement === cell) continue
      isTaken ||= known !== undefined
      cell.append(mark.element)
    }
    if (isTaken) patience.strike()
    texts.disconnect()
    for (const cell of placed.keys()) texts.observe(cell, { characterData: true, subtree: true })
    if (left < 0) again()
  }

  return {
    remove: (kind) => {
      plan = null
      for (const [cell, { said }] of placed) if (!kind || said.kind === kind) take(cell)
    },
    show: (grids) => {
      const wanted = wantedIn(patience.isOver() ? [] : grids)
      plan = wanted
      parts.beforeLayout(() => {
        if (plan !== wanted) return
        plan = null
        place(wanted)
      })
    },
  }
}
