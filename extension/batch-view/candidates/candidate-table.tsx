import { Fragment } from 'preact'
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
import { rowHeight, useGrid } from './use-grid.ts'

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
          {virtual.rows.map(({ index, start }, place) => {
            const row = rows[index]
            if (!row) return null
            const before = virtual.rows[place - 1]
            const line = { at: index, isTabStop: index === at }
            return (
              <Fragment key={row.key}>
                <Gap height={start - (before ? before.start + rowHeight : 0)} />
                {row.kind === 'candidate' ? (
                  <CandidateRow
                    entry={row.entry}
                    share={shareOfEntry(row.entry, selection)}
                    isOpen={open.has(row.entry.id)}
                    {...line}
                  />
                ) : (
                  <InnerRow row={row} isChosen={isRowChosen(row, selection)} {...line} />
                )}
              </Fragment>
            )
          })}
          <Gap height={virtual.total - (virtual.rows.at(-1)?.start ?? 0) - rowHeight} />
        </tbody>
      </table>
      <p id={id} class="visually-hidden">
        {table.keys}
      </p>
    </>
  )
}

/**
 * Stands for the lines that are not drawn. The drawn ones lie in the flow: a place of its own in the style of each makes Chromium work
 * out every line's style anew, slower with every line that it has seen.
 */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr class="table-gap" aria-hidden="true" style={{ height: `${height}px` }}>
      <td>{'\u00a0'}</td>
    </tr>
  ) : null
