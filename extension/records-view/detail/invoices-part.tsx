import type { DebtInvoice, InvoiceFactKind, Payment } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { formatDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import type { Tone } from '../../ui/state-line.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'

const tones: Record<InvoiceFactKind, Tone> = {
  open: 'neutral',
  paid: 'good',
  partial: 'attention',
  'written-off': 'attention',
  cancelled: 'attention',
  renegotiated: 'attention',
  vanished: 'attention',
  unknown: 'attention',
}

/** The invoices of a record with what the ERP last said of each. */
export const InvoicesPart = ({ invoices }: { invoices: readonly DebtInvoice[] }) => {
  const { records, negativation } = useTexts()
  const words = records.invoices
  return (
    <section class="stack-tight">
      <h3>{words.title}</h3>
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th>{words.invoice}</th>
              <th class="number">{words.value}</th>
              <th>{words.fact}</th>
              <th>{words.payment}</th>
            </tr>
          </thead>
          <tbody>
            {invoices.map((invoice) => (
              <tr key={invoice.id}>
                <td title={invoice.description}>
                  {invoice.id}
                  <div class="muted small">{fill(words.due, { date: formatDate(invoice.due) })}</div>
                </td>
                <td class="number">{formatMoney(invoice.cents)}</td>
                <td>
                  <StateLine tone={tones[invoice.fact]}>{negativation.facts[invoice.fact]}</StateLine>
                  <div class="muted small">
                    {invoice.checkedAt
                      ? fill(words.checked, { date: formatInstant(invoice.checkedAt) })
                      : words.unchecked}
                  </div>
                </td>
                <td>{invoice.payment ? <PaymentCell payment={invoice.payment} /> : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const PaymentCell = ({ payment: { paid, credited, cents } }: { payment: Payment }) => {
  const { invoices: words } = useTexts().records
  return (
    <>
      {cents === null ? null : <div>{formatMoney(cents)}</div>}
      <div>{formatDate(paid)}</div>
      {credited ? (
        <div class="muted small">{fill(words.credited, { date: formatDate(credited) })}</div>
      ) : null}
    </>
  )
}
