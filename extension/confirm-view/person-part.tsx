import type { ComponentChildren } from 'preact'
import type { CustomerOverview, DraftView, PostalAddress } from '../../shared/api.ts'
import { formatInstant } from '../../shared/business-time.ts'
import { formatDate } from '../../shared/calendar.ts'
import { documentKind, formatDocument, parseDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { formatZip } from '../../shared/format-zip.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { RecordsPart } from './records-part.tsx'

interface PersonPartProps {
  overview: CustomerOverview
  /** Once it is made: name and address as they will be sent. */
  draft: DraftView | null
}

const Fact = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** Who is meant, as the ERP says it, and how it will be sent. */
export const PersonPart = ({ overview, draft }: PersonPartProps) => {
  const { confirm } = useTexts()
  const { customer, readAt, records } = overview
  const document = parseDocument(customer.document)
  return (
    <section class="confirm-part" aria-label={confirm.person}>
      <h2>{confirm.person}</h2>
      <dl class="facts">
        <Fact label={confirm.name}>
          <strong>
            <Shortened draft={draft} field="name">
              {draft?.negativation.debtor.name ?? customer.name}
            </Shortened>
          </strong>
        </Fact>
        <Fact label={confirm.document}>
          <strong class="document">
            {document ? `${formatDocument(document)} · ${documentKind(document)}` : customer.document}
          </strong>
        </Fact>
        {customer.birth ? <Fact label={confirm.birth}>{formatDate(customer.birth)}</Fact> : null}
        {draft ? (
          <Fact label={confirm.addressTitle}>
            <AddressLines draft={draft} address={draft.negativation.debtor.address} />
          </Fact>
        ) : null}
      </dl>
      {draft ? null : <p class="muted">{confirm.addressLater}</p>}
      {draft && draft.shortened.length > 0 ? <p class="muted">{confirm.shortenedNote}</p> : null}
      <RecordsPart records={records} />
      <p class="muted">{fill(confirm.readAt, { time: formatInstant(readAt).slice(-5) })}</p>
    </section>
  )
}

interface ShortenedProps {
  draft: DraftView | null
  field: string
  children: ComponentChildren
}

/** What does not fit the bureau is underlined; the whole text stands in its title. */
const Shortened = ({ draft, field, children }: ShortenedProps) => {
  const { confirm } = useTexts()
  const found = draft?.shortened.find((one) => one.field === field)
  if (!found) return <>{children}</>
  const whole = fill(confirm.shortened, { whole: found.whole })
  return (
    <span class="shortened" title={whole}>
      {children}
      <span class="visually-hidden"> ({whole})</span>
    </span>
  )
}

const AddressLines = ({ draft, address }: { draft: DraftView; address: PostalAddress }) => {
  const { confirm } = useTexts()
  const part = (field: keyof PostalAddress) => (
    <Shortened draft={draft} field={field}>
      {address[field]}
    </Shortened>
  )
  return (
    <address>
      <span>
        {part('street')}, {part('number')}
        {address.complement ? <> · {part('complement')}</> : null}
      </span>
      <span>{part('district')}</span>
      <span>
        {part('city')} · {address.state}
      </span>
      <span>{fill(confirm.zip, { zip: formatZip(address.zip) })}</span>
    </address>
  )
}
