import type { ComponentChildren } from 'preact'
import type { Negativation, PostalAddress } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { formatDate } from '../../../shared/calendar.ts'
import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import { formatZip } from '../../../shared/format-zip.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { bureauWords } from '../bureau-words.ts'

const addressText = ({ street, number, complement, district, city, state, zip }: PostalAddress): string =>
  [
    [street, number].filter(Boolean).join(', '),
    complement,
    district,
    [city, state].filter(Boolean).join('/'),
    formatZip(zip),
  ]
    .filter(Boolean)
    .join(' · ')

/** What the record is, and under which number it is found at the bureau. */
export const RecordFacts = ({ record }: { record: Negativation }) => {
  const texts = useTexts()
  const { detail } = texts.records
  const { debtor, customer, service, reason } = record
  return (
    <dl class="facts">
      <Fact name={detail.contract}>
        <span class="row">
          <span class="document">{record.contract}</span>
          <CopyButton text={record.contract} label={detail.copyContract} done={detail.copied} />
        </span>
      </Fact>
      <Fact name={detail.protocol}>{record.protocol ?? detail.none}</Fact>
      <Fact name={detail.bureau}>{bureauWords(record, texts) ?? detail.none}</Fact>
      <Fact name={detail.reason}>
        {reason.code} · {reason.text}
      </Fact>
      <Fact name={detail.debtDate}>{formatDate(record.due)}</Fact>
      <Fact name={detail.integration}>{record.integration}</Fact>
      <Fact name={detail.creditor}>{formatDocument(record.creditor)}</Fact>
      <Fact name={detail.customer}>{customer.code}</Fact>
      {service ? (
        <Fact name={detail.service}>
          {service.name} · {service.state}
        </Fact>
      ) : null}
      <Fact name={detail.address}>{addressText(debtor.address)}</Fact>
      <Fact name={detail.created}>
        {fill(detail.createdBy, { actor: record.createdBy, date: formatInstant(record.createdAt) })}
      </Fact>
    </dl>
  )
}

/** One line of a list of facts. */
export const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)
