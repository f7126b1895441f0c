import { useState } from 'preact/hooks'
import type { CustomerOverview } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/money.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Choice } from './choice.ts'
import { draftInputOf, firstChoice, needOf, withGroup } from './choice.ts'
import type { DraftInput, Note } from './confirmation.ts'
import { InvoiceTable, invoicesCounted } from './invoice-table.tsx'
import { NoteBanner } from './note-banner.tsx'
import { PersonPart } from './person-part.tsx'
import { invoiceGroups, totalOf } from './selection.ts'
import { SendingPart } from './sending-part.tsx'

interface ChooseViewProps {
  overview: CustomerOverview
  last: DraftInput | null
  note: Note | null
  onReview: (input: DraftInput) => void
  onAgain: () => void
}

/** The first step: who, which service, which invoices, for which reason. Nothing is sent from here. */
export const ChooseView = ({ overview, last, note, onReview, onAgain }: ChooseViewProps) => {
  const { confirm } = useTexts()
  const [choice, setChoice] = useState(() => firstChoice(overview, last))
  const need = needOf(choice, overview)
  const hasInvoices = overview.invoices.length > 0
  return (
    <>
      <header class="confirm-head">
        <h1>{confirm.title}</h1>
        <span class="muted">{confirm.stepChoose}</span>
      </header>
      <div class="confirm-body">
        <NoteBanner note={note} />
        <div class="confirm-columns">
          <PersonPart overview={overview} draft={null} />
          <DebtPart overview={overview} choice={choice} onChoice={setChoice} />
          <SendingPart overview={overview} choice={choice} onChoice={setChoice} />
        </div>
      </div>
      <footer class="confirm-foot">
        <div class="row">
          <span class="muted">{fill(confirm.letter, { days: overview.letterDays })}</span>
          <output class="spread">
            {need && hasInvoices ? <StateLine tone="attention">{confirm.needs[need]}</StateLine> : null}
          </output>
        </div>
        <div class="row confirm-acts">
          {choice.invoiceIds.length > 0 ? (
            <strong>
              {invoicesCounted(choice.invoiceIds.length, confirm)} ·{' '}
              {formatMoney(totalOf(overview.invoices, choice.invoiceIds))}
            </strong>
          ) : null}
          <Button onPress={onAgain}>{confirm.readAgain}</Button>
          <Button
            kind="primary"
            disabled={need !== null}
            onPress={() => onReview(draftInputOf(choice, overview))}
          >
            {confirm.review}
          </Button>
        </div>
      </footer>
    </>
  )
}

interface DebtPartProps {
  overview: CustomerOverview
  choice: Choice
  onChoice: (choice: Choice) => void
}

const DebtPart = ({ overview, choice, onChoice }: DebtPartProps) => {
  const { confirm } = useTexts()
  const groups = invoiceGroups(overview)
  const group = choice.group === null ? undefined : groups[choice.group]
  const optionText = ({ service, invoices }: (typeof groups)[number]) => {
    const count = invoicesCounted(invoices.length, confirm)
    if (!service) return `${confirm.noService} · ${count}`
    return fill(confirm.serviceOption, { name: service.name, state: service.state, count })
  }
  return (
    <section class="confirm-part" aria-label={confirm.debt}>
      <h2>{confirm.debt}</h2>
      {groups.length === 0 ? <p>{confirm.noInvoices}</p> : null}
      {groups.length > 0 ? (
        <SelectField
          label={confirm.service}
          value={choice.group === null ? '' : String(choice.group)}
          options={[
            ...(groups.length > 1 ? [{ value: '', text: confirm.chooseService }] : []),
            ...groups.map((one, at) => ({ value: String(at), text: optionText(one) })),
          ]}
          onValue={(value) => onChoice(withGroup(choice, value === '' ? null : Number(value), overview))}
        />
      ) : null}
      {groups.length > 0 && !group ? <p class="muted">{confirm.serviceFirst}</p> : null}
      {group ? (
        <InvoiceTable
          invoices={group.invoices}
          chosen={choice.invoiceIds}
          onChosen={(invoiceIds) => onChoice({ ...choice, invoiceIds })}
        />
      ) : null}
    </section>
  )
}
