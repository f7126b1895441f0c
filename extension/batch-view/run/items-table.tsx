import { Fragment } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Batch, BatchItem, BatchItemState } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { send } from '../../messaging/send.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useVirtualRows } from '../../ui/use-virtual-rows.ts'
import { gridAct } from '../candidates/grid-keys.ts'
import { ItemRow, rowHeight } from './item-row.tsx'
import { ItemStates } from './item-states.tsx'
import { itemPageSize } from './read-items.ts'
import type { Items, PageRange } from './use-items.ts'
import { useItems } from './use-items.ts'

interface ItemsTableProps {
  batchId: string
  /** Which debts; all of them when empty. A person may narrow it down to one state. */
  states: readonly BatchItemState[]
  /** Whatever was read of another version is read again. */
  version: string
  /** How many debts are in each state, where that is known. */
  counts?: Batch['counts'] | undefined
}

/** The debts of a batch, one line each; only what is in sight is read and drawn. */
export const ItemsTable = ({ batchId, states, version, counts }: ItemsTableProps) => {
  const { items: words } = useTexts().batch
  const [chosen, setChosen] = useState<BatchItemState | null>(null)
  const [sight, setSight] = useState<PageRange>({ from: 0, to: 0 })
  const isOffered = chosen !== null && (states.length === 0 || states.includes(chosen))
  const meant = isOffered ? [chosen] : states
  const items = useItems({ batchId, states: meant, version }, sight)
  return (
    <div class="items">
      <div class="row items-head">
        <ItemStates states={states} counts={counts} chosen={isOffered ? chosen : null} onChosen={setChosen} />
        {items.total === null || counts ? null : (
          <span class="muted spread">
            {items.total === 1 ? words.shownOne : fill(words.shown, { count: formatCount(items.total) })}
          </span>
        )}
      </div>
      {items.error ? (
        <ErrorBanner error={items.error} note={items.total === null ? undefined : words.stale}>
          <Button onPress={items.again}>{words.tryAgain}</Button>
        </ErrorBanner>
      ) : null}
      {items.total === null && !items.error ? <Progress text={words.loading} /> : null}
      {items.total === 0 ? (
        <Banner tone="neutral" text={meant.length > 0 ? words.noneFiltered : words.none} />
      ) : null}
      {items.total ? (
        <ItemGrid key={meant.join()} items={items} total={items.total} onSight={setSight} />
      ) : null}
    </div>
  )
}

const pageOf = (index: number): number => Math.floor(index / itemPageSize)

const columns = ['person', 'invoices', 'value', 'state', 'why', 'record'] as const

interface ItemGridProps {
  items: Items
  total: number
  onSight: (pages: PageRange) => void
}

const openRecord = ({ negativationId }: BatchItem): void => {
  if (negativationId !== null) void send('open-records', { negativationId }).catch(() => undefined)
}

const ItemGrid = ({ items, total, onSight }: ItemGridProps) => {
  const { items: words } = useTexts().batch
  const list = useRef<HTMLDivElement>(null)
  const keys = useId()
  const [active, setActive] = useState(0)
  const isMoving = useRef(false)
  const at = Math.min(active, total - 1)
  const { rows, total: height, scrollTo } = useVirtualRows({ list, count: total, rowHeight, pinned: at })
  const drawn = rows.map(({ index }) => index).filter((index) => index !== at)
  const [from, to] = [pageOf(drawn[0] ?? at), pageOf(drawn.at(-1) ?? at)]
  useEffect(() => onSight({ from, to }), [from, to])
  useLayoutEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    list.current?.querySelector<HTMLElement>(`[aria-rowindex="${at + 2}"]`)?.focus()
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 1)
    const asked = gridAct(event, { at, count: total, page })
    if (asked?.act !== 'move') return
    event.preventDefault()
    isMoving.current = asked.to !== at
    setActive(asked.to)
    scrollTo(asked.to)
  }

  return (
    <div ref={list} class="items-list">
      <span id={keys} class="visually-hidden">
        {words.keys}
      </span>
      <table
        class="items-grid"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrow keys walk its lines
        role="grid"
        aria-label={words.caption}
        aria-describedby={keys}
        aria-rowcount={total + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col" class={column === 'value' ? 'number' : undefined}>
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, start }, place) => {
            const before = rows[place - 1]
            return (
              <Fragment key={index}>
                <Gap height={start - (before ? before.start + rowHeight : 0)} />
                <ItemRow
                  item={items.at(index)}
                  index={index}
                  isActive={index === at}
                  onActive={setActive}
                  onOpen={openRecord}
                />
              </Fragment>
            )
          })}
          <Gap height={height - (rows.at(-1)?.start ?? 0) - rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the lines that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden="true">
      <td class="items-gap" colSpan={columns.length} style={{ height: `${height}px` }}>
        {'\u00a0'}
      </td>
    </tr>
  ) : null
