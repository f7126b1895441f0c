import type { BatchItem } from '../../../shared/api.ts'
import { formatDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { shownDocument } from '../../ui/shown-document.ts'
import { itemLooks } from './item-look.ts'
import { itemWords } from './item-words.ts'

/** The height of a line, in pixels; the style sheet holds the same. */
export const rowHeight = 62

interface ItemRowProps {
  /** Undefined while it is not read. */
  item: BatchItem | undefined
  /** Its place in the list, from 0. */
  index: number
  /** The one line that the Tab key reaches. */
  isActive: boolean
  onActive: (index: number) => void
  onOpen: (item: BatchItem) => void
}

/** One debt in one line of fixed height; what does not fit shows whole while the line is looked at. */
export const ItemRow = ({ item, index, isActive, onActive, onOpen }: ItemRowProps) => {
  const { items: words } = useTexts().batch
  return (
    <tr
      class="item"
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onActive(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && item) onOpen(item)
      }}
    >
      {item ? (
        <ItemCells item={item} isActive={isActive} onOpen={onOpen} />
      ) : (
        <td class="muted" colSpan={6}>
          {words.reading}
        </td>
      )}
    </tr>
  )
}

/** "62636 +2": the oldest one, and how many more. */
const invoiceWords = ({ invoices }: BatchItem, { items: words }: Texts['batch']): [string, string] => {
  const [first, ...more] = invoices.toSorted((one, other) => (one.due < other.due ? -1 : 1))
  if (!first) return ['', '']
  const date = formatDate(first.due)
  if (more.length === 0) return [first.id, fill(words.due, { date })]
  return [fill(words.more, { invoice: first.id, count: more.length }), fill(words.dueFirst, { date })]
}

const ItemCells = ({
  item,
  isActive,
  onOpen,
}: Required<Pick<ItemRowProps, 'isActive' | 'onOpen'>> & { item: BatchItem }) => {
  const texts = useTexts()
  const { items: words, itemStates } = texts.batch
  const { why, isOwn, next } = itemWords(item, texts)
  const [invoices, due] = invoiceWords(item, texts.batch)
  return (
    <>
      <td>
        <strong class="item-name" title={item.name}>
          {item.name}
        </strong>
        <span class="document muted">{shownDocument(item.document)}</span>
      </td>
      <td>
        <span title={item.invoices.map(({ id }) => id).join(', ')}>{invoices}</span>
        <span class="muted item-small">{due}</span>
      </td>
      <td class="number">{formatMoney(item.cents)}</td>
      <td>
        <StateLine {...itemLooks[item.state]}>{itemStates[item.state]}</StateLine>
        {item.protocol ? (
          <span class="muted item-small item-cut" title={fill(words.protocol, { protocol: item.protocol })}>
            {item.protocol}
          </span>
        ) : null}
      </td>
      <td class="item-why">
        <span>
          {why} {isOwn ? <span class="muted">{next}</span> : null}
        </span>
      </td>
      <td>
        {item.negativationId === null ? null : (
          <button
            type="button"
            class="item-open"
            tabIndex={isActive ? 0 : -1}
            aria-label={fill(words.openOf, { name: item.name })}
            onClick={() => onOpen(item)}
          >
            {words.open}
          </button>
        )}
      </td>
    </>
  )
}
