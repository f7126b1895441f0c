import { useState } from 'preact/hooks'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { Standing } from '../candidates/candidate-row.tsx'
import { counted } from '../candidates/counted-words.ts'
import { invoiceReasons } from '../candidates/situation.ts'
import { Button } from '../../ui/button.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { FromPage } from './from-page.ts'

const summary = ({ ticked, able, others }: FromPage, { page: words }: Texts['candidates']): string => {
  const params = {
    ticked: counted(ticked, words.tickedOne, words.ticked),
    able: able === 0 ? words.ableNone : counted(able, words.ableOne, words.able),
    others: fill(words.others, { count: formatCount(others.length) }),
  }
  return fill(others.length === 0 ? words.summary : words.summaryOthers, params)
}

/** What became of the invoices that were ticked on the ERP's page; those that may not be selected are shown with the reason. */
export const PageNotice = ({ found, onClose }: { found: FromPage; onClose: () => void }) => {
  const { candidates } = useTexts()
  const { page: words } = candidates
  const [isOpen, setOpen] = useState(false)
  const { others } = found
  return (
    <div class="page-notice">
      <output class="row">
        <StateLine tone={others.length === 0 ? 'good' : 'attention'}>{summary(found, candidates)}</StateLine>
        {others.length > 0 ? (
          <Button kind="quiet" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? words.hide : words.show}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={onClose}>
          {words.close}
        </Button>
      </output>
      {isOpen ? (
        <ul class="page-others">
          {others.map((one) => (
            <OtherLine key={one.invoiceId} {...one} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const OtherLine = ({ invoiceId, entry, invoice }: FromPage['others'][number]) => {
  const { page: words } = useTexts().candidates
  const params = { invoice: invoiceId, name: entry?.candidate.customer.name ?? '' }
  return (
    <li>
      <span>{fill(entry ? words.linePerson : words.line, params)}</span>
      {entry && invoice ? (
        <Standing reasons={[...entry.candidate.reasons, ...invoiceReasons(invoice)]} />
      ) : (
        <span class="muted">{words.absent}</span>
      )}
    </li>
  )
}
