import { fill } from '../../../shared/errors.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Sort, SortKey } from './sort-candidates.ts'
import { nextSort } from './sort-candidates.ts'

interface TableHeadProps {
  sort: Sort
  onSort: (sort: Sort) => void
}

/** The names of the columns; a press orders by them, a second one turns the order round. */
export const TableHead = ({ sort, onSort }: TableHeadProps) => {
  const { table } = useTexts().candidates
  const order = (key: SortKey) => (sort.key === key ? sort.direction : 'none')
  const button = (key: SortKey, text: string) => (
    <button
      type="button"
      class="sort"
      data-order={order(key)}
      aria-label={fill(table.sortBy, { column: text })}
      onClick={() => onSort(nextSort(sort, key))}
    >
      <span>{text}</span>
      <Icon name="down" />
    </button>
  )
  return (
    <thead class="table-head">
      <tr class="columns" aria-rowindex={1}>
        <th>
          <span class="visually-hidden">{table.choice}</span>
        </th>
        <th aria-sort={order('person')}>{button('person', table.person)}</th>
        <th aria-sort={order('city')}>
          {table.service} · {button('city', table.city)}
        </th>
        <th class="number" aria-sort={order('invoices')}>
          {button('invoices', table.invoices)}
        </th>
        <th class="number" aria-sort={order('value')}>
          {button('value', table.value)}
        </th>
        <th class="number" aria-sort={order('days')}>
          {button('days', table.days)}
        </th>
        <th>{table.situation}</th>
      </tr>
    </thead>
  )
}
