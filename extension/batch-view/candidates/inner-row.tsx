import { useMemo } from 'preact/hooks'
import { formatDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import { Standing } from './candidate-row.tsx'
import { ChoiceBox } from './choice-box.tsx'
import { documentText } from './document-text.ts'
import type { LineProps } from './line.tsx'
import { Line } from './line.tsx'
import type { Entry } from './model.ts'
import type { Row } from './rows.ts'
import { isFree, mostInvoices } from './situation.ts'

type InnerRowProps = LineProps & { row: Exclude<Row, { kind: 'candidate' }>; isChosen: boolean }

/** A line below an open candidate. */
export const InnerRow = ({ row, isChosen, ...line }: InnerRowProps) => {
  const { at, isTabStop } = line
  return useMemo(() => {
    if (row.kind === 'invoice') return <InvoiceLine row={row} isChosen={isChosen} {...line} />
    return (
      <Line {...line} level={2} look="inner">
        <td class="whole standing">
          {row.kind === 'facts' ? <Facts entry={row.entry} /> : <Standing reasons={[row.reason]} />}
        </td>
      </Line>
    )
  }, [row, isChosen, at, isTabStop])
}

const Facts = ({ entry: { candidate } }: { entry: Entry }) => {
  const { table } = useTexts().candidates
  const { customer, issuer, city } = candidate
  const facts = [
    fill(table.code, { code: customer.code }),
    issuer ? fill(table.issuer, { document: documentText(issuer) }) : table.noIssuer,
    city,
  ]
  return <span class="muted">{facts.filter(Boolean).join(' · ')}</span>
}

type InvoiceLineProps = LineProps & { row: Extract<Row, { kind: 'invoice' }>; isChosen: boolean }

const InvoiceLine = ({ row, isChosen, ...line }: InvoiceLineProps) => {
  const { table } = useTexts().candidates
  const { entry, invoice, reasons } = row
  const amount = formatMoney(invoice.cents)
  const isAllowed = entry.selectable.includes(invoice.id)
  return (
    <Line {...line} level={2} look={isChosen ? 'inner line-chosen' : 'inner'} isChosen={isChosen}>
      <td class="choice">
        <ChoiceBox
          label={fill(table.selectInvoice, { invoice: invoice.id, amount })}
          share={isChosen ? 'all' : 'none'}
          disabled={!isAllowed}
        />
      </td>
      <td class="two-lines inner-first">
        <span>{fill(table.invoice, { invoice: invoice.id })}</span>
        <span class="muted" title={invoice.description}>
          {invoice.description}
        </span>
      </td>
      <td class="inner-due">{fill(table.due, { date: formatDate(invoice.due) })}</td>
      <td>{'\u00a0'}</td>
      <td class="number">{amount}</td>
      <td class="number">{fill(table.daysLate, { days: invoice.daysLate })}</td>
      <td class="standing">
        {isFree(invoice) && !isAllowed ? <Unable entry={entry} /> : <Standing reasons={reasons} />}
      </td>
    </Line>
  )
}

/** Nothing is wrong with the invoice itself: what concerns the person keeps it out, or one record has no room for more. */
const Unable = ({ entry: { candidate } }: { entry: Entry }) => {
  const { table } = useTexts().candidates
  const blocks = candidate.reasons.filter(({ level }) => level === 'block')
  if (blocks.length > 0) return <Standing reasons={blocks} />
  return <span class="muted">{fill(table.tooMany, { max: mostInvoices })}</span>
}
