import type { DebtInvoice, PostalAddress, Task } from '../../shared/api.ts'
import { formatInstant } from '../../shared/business-time.ts'
import { formatDate } from '../../shared/calendar.ts'
import { formatDocument } from '../../shared/document.ts'
import { formatZip } from '../../shared/format-zip.ts'
import { formatMoney } from '../../shared/money.ts'
import type { FactLabel } from '../../shared/task-facts.ts'
import { factLabels } from '../../shared/task-facts.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'

interface Fact {
  label: FactLabel
  value: string
}
export type Facts = Pick<Task, 'erp' | 'bureau' | 'sent'>

/** What the bureau was heard to say: its answer, or that it cannot be asked. */
export type Heard = DebtState | { kind: 'unsupported' }

const fact = (label: FactLabel, value: string | null): Fact[] => (value ? [{ label, value }] : [])
const moment = (label: FactLabel, at: string | null): Fact[] => fact(label, at && formatInstant(at))

const ofInvoice = ({ id, due, cents, fact: kind, payment, checkedAt }: DebtInvoice): Fact[] => [
  { label: `invoice-${kind}`, value: `${id} · ${formatDate(due)} · ${formatMoney(cents)}` },
  ...(payment
    ? fact(
        'paid-on',
        [
          formatDate(payment.credited ?? payment.paid),
          payment.cents === null ? '' : formatMoney(payment.cents),
        ]
          .filter(Boolean)
          .join(' · '),
      )
    : []),
  ...moment('checked-at', checkedAt),
]

const addressLine = ({ street, number, complement, district, city, state, zip }: PostalAddress): string =>
  [[street, number].filter(Boolean).join(', '), complement, district, `${city}/${state}`, formatZip(zip)]
    .filter(Boolean)
    .join(' · ')

/** Exactly what went out with the inclusion. */
const sentOf = (record: NegativationRecord): Fact[] => [
  ...fact('creditor', formatDocument(record.creditor)),
  ...fact('name', record.debtor.name),
  ...fact('document', formatDocument(record.debtor.document)),
  ...fact('address', addressLine(record.debtor.address)),
  ...fact('contract', record.contract),
  ...fact('amount', formatMoney(record.totalCents)),
  ...fact('due', formatDate(record.due)),
  ...fact('reason', `${record.reason.code} · ${record.reason.text}`),
  ...(record.environment === 'test' ? fact('test-environment', record.integration) : []),
  ...moment('sent-at', record.sentAt),
  ...(record.removal
    ? [
        ...fact('removal-reason', `${record.removal.reason.code} · ${record.removal.reason.text}`),
        ...fact('removal-attempts', String(record.removal.attempts)),
        ...moment('removal-accepted-at', record.removal.acceptedAt),
      ]
    : []),
]

const known = (label: string): FactLabel | null =>
  (factLabels as readonly string[]).includes(label) ? (label as FactLabel) : null

const ofHeard = (record: NegativationRecord, heard: Heard | null, at: string): Fact[] => {
  const when = formatInstant(at)
  if (heard?.kind === 'present')
    return [
      { label: `bureau-${heard.state}`, value: when },
      ...fact('contract', record.contract),
      ...fact('amount', formatMoney(heard.cents)),
      ...fact('due', formatDate(heard.due)),
      ...fact('protocol', heard.protocol),
      ...fact('reference', heard.reference),
    ]
  if (heard?.kind === 'ended')
    return [
      { label: `bureau-${heard.state}`, value: when },
      ...fact('problem', [heard.code, heard.text].filter(Boolean).join(' · ')),
    ]
  if (heard) return [{ label: `bureau-${heard.kind}`, value: when }]
  const last = known(`bureau-${record.bureauState ?? ''}`)
  return [
    ...(last ? [{ label: last, value: formatInstant(record.lookedAt ?? record.changedAt) }] : []),
    ...(last ? [] : [{ label: 'bureau-unasked' as const, value: when }]),
    ...fact('protocol', record.protocol),
    ...fact('reference', record.reference),
    ...fact('problem', record.removal?.problem?.text ?? null),
  ]
}

/** The facts side by side: what the ERP says, what the bureau says, what was sent. */
export const factsOf = (record: NegativationRecord, heard: Heard | null, at: string): Facts => ({
  erp: record.invoices.flatMap(ofInvoice),
  bureau: ofHeard(record, heard, at),
  sent: sentOf(record),
})
