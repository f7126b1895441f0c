import { useId, useRef } from 'preact/hooks'
import { useTexts } from '../../ui/texts-context.tsx'
import { isRowChosen } from '../selection/range.ts'
import type { Selection } from '../selection/select.ts'
import { shareOfEntry } from '../selection/select.ts'
import { CandidateRow } from './candidate-row.tsx'
import { InnerRow } from './inner-row.tsx'
import type { Entry } from './model.ts'
import type { Sort } from './sort-candidates.ts'
import { TableHead } from './table-head.tsx'
import { useGrid } from './use-grid.ts'

interface CandidateTableProps {
  entries: readonly Entry[]
  selection: Selection
  sort: Sort
  onSort: (sort: Sort) => void
  onSelection: (next: (known: Selection) => Selection) => void
  onAll: () => void
  of: string
}

/** The candidates, one line each; only the lines near the visible ones are drawn. One stop for the Tab key, arrows inside. */
export const CandidateTable = ({ sort, onSort, ...parts }: CandidateTableProps) => {
  const { table } = useTexts().candidates
  const { selection } = parts
  const id = useId()
  const list = useRef<HTMLTableSectionElement>(null)
  const { rows, open, at, virtual, onKey, onPress } = useGrid({ list, ...parts })
  return (
    <>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- rows are selected and opened: no plain table
        role="treegrid"
        class="candidate-table"
        aria-label={table.caption}
        aria-describedby={id}
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
      >
        <TableHead sort={sort} onSort={onSort} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one listener for the rows, which have the focus */}
        <tbody ref={list} class="table-body" onKeyDown={onKey} onClick={onPress}>
          <Ground height={virtual.total} />
          {virtual.rows.map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            const line = { at: index, start, isTabStop: index === at }
            return row.kind === 'candidate' ? (
              <CandidateRow
                key={row.key}
                entry={row.entry}
                share={shareOfEntry(row.entry, selection)}
                isOpen={open.has(row.entry.id)}
                {...line}
              />
            ) : (
              <InnerRow key={row.key} row={row} isChosen={isRowChosen(row, selection)} {...line} />
            )
          })}
        </tbody>
      </table>
      <p id={id} class="visually-hidden">
        {table.keys}
      </p>
    </>
  )
}

/** As high as all lines together, so that the list scrolls through those that are not drawn. */
const Ground = ({ height }: { height: number }) => (
  <tr class="table-ground" aria-hidden="true" style={{ height: `${height}px` }}>
    <td>{'\u00a0'}</td>
  </tr>
)
