import type { CandidateInvoice } from '../../shared/api.ts'
import { formatDate } from '../../shared/calendar.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { formatMoney } from '../../shared/money.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { ReasonLines } from './reason-line.tsx'
import { isBlocking, totalOf } from './selection.ts'

export const invoicesCounted = (count: number, words: Texts['confirm']): string =>
  count === 1 ? words.totalOne : fill(words.totalMany, { count })

interface InvoiceTableProps {
  invoices: readonly CandidateInvoice[]
  chosen: readonly string[]
  onChosen: (ids: string[]) => void
}

/** The invoices of one service, each with what speaks against it before anyone ticks it; a blocked one cannot be ticked. */
export const InvoiceTable = ({ invoices, chosen, onChosen }: InvoiceTableProps) => {
  const { confirm } = useTexts()
  const toggle = (id: string) =>
    onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <div class="table-scroll">
      <table class="table invoices">
        <thead>
          <tr>
            <th>{confirm.invoice}</th>
            <th>{confirm.due}</th>
            <th class="number">{confirm.late}</th>
            <th class="number">{confirm.value}</th>
          </tr>
        </thead>
        {invoices.map((invoice) => (
          <InvoiceRows
            key={invoice.id}
            invoice={invoice}
            isChosen={chosen.includes(invoice.id)}
            onToggle={() => toggle(invoice.id)}
          />
        ))}
        <TotalRow count={chosen.length} cents={totalOf(invoices, chosen)} />
      </table>
    </div>
  )
}

interface InvoiceRowsProps {
  invoice: CandidateInvoice
  isChosen: boolean
  onToggle: () => void
}

const InvoiceRows = ({ invoice, isChosen, onToggle }: InvoiceRowsProps) => {
  const { confirm } = useTexts()
  const isBlocked = isBlocking(invoice.reasons)
  return (
    <tbody class={isBlocked ? 'blocked' : undefined}>
      <tr>
        <td>
          <label class="option">
            <input
              type="checkbox"
              checked={isChosen}
              disabled={isBlocked}
              aria-label={fill(confirm.selectInvoice, { invoice: invoice.id })}
              onChange={onToggle}
            />
            <span>{invoice.id}</span>
          </label>
        </td>
        <td>{formatDate(invoice.due)}</td>
        <td class="number">
          {invoice.daysLate > 0 ? fill(confirm.lateDays, { days: invoice.daysLate }) : confirm.notDue}
        </td>
        <td class="number">{formatMoney(invoice.cents)}</td>
      </tr>
      <tr class="detail">
        <td colSpan={4}>
          <div class="detail-parts">
            {invoice.description ? <span class="muted">{invoice.description}</span> : null}
            <ReasonLines reasons={invoice.reasons} none={confirm.fits} />
          </div>
        </td>
      </tr>
    </tbody>
  )
}

/** What is chosen, counted and summed; the words stand left of the amount that a person compares. */
export const TotalRow = ({ count, cents }: { count: number; cents: number }) => {
  const { confirm } = useTexts()
  return (
    <tfoot>
      <tr>
        <th colSpan={3}>
          {confirm.total} · {invoicesCounted(count, confirm)}
        </th>
        <td class="number">
          <strong>{formatMoney(cents)}</strong>
        </td>
      </tr>
    </tfoot>
  )
}
