import { useEffect, useRef, useState } from 'preact/hooks'
import type { DraftView, EligibilityCode } from '../../shared/api.ts'
import { formatDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/money.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Confirmation } from './confirmation.ts'
import { TotalRow } from './invoice-table.tsx'
import { NoteBanner } from './note-banner.tsx'
import { PersonPart } from './person-part.tsx'
import { WarningsPart } from './warnings-part.tsx'
import type { Awareness } from './warnings.ts'
import { reviewNeed } from './warnings.ts'

interface ReviewViewProps {
  stage: Extract<Confirmation, { at: 'review' }>
  clock: Clock
  onConfirm: (accepted: EligibilityCode[], written: string) => void
  onBack: () => void
  onGiveUp: () => void
}

/** So long after it appears the button is off: a second click meant for what stood there before is no act. */
const armedAfterMs = 600

/** The second step: exactly what will be sent, and the one button that sends it. The button names what it does. */
export const ReviewView = ({ stage, clock, onConfirm, onBack, onGiveUp }: ReviewViewProps) => {
  const { confirm } = useTexts()
  const { overview, draft, note } = stage
  const { negativation, reasons, letterDays } = draft
  const [awareness, setAwareness] = useState<Awareness>({ accepted: [], written: '' })
  const [shownAt] = useState(clock)
  const [isArmed, setArmed] = useState(() => clock() - shownAt >= armedAfterMs)
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), armedAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const title = useRef<HTMLHeadingElement>(null)
  // Not on the button: an Enter that was meant for something else must not confirm.
  useEffect(() => title.current?.focus(), [])
  const missing = reviewNeed(reasons, awareness)
  const amount = formatMoney(negativation.totalCents)

  const press = () => onConfirm([...awareness.accepted], awareness.written.trim())

  return (
    <>
      <header class="confirm-head">
        <h1 ref={title} tabIndex={-1}>
          {confirm.title}
        </h1>
        <span class="muted">{confirm.stepReview}</span>
      </header>
      <div class="confirm-body">
        <NoteBanner note={note} />
        <div class="confirm-columns">
          <PersonPart overview={overview} draft={draft} />
          <DebtShown draft={draft} />
          <section class="confirm-part" aria-label={confirm.sendingPart}>
            <SendingFacts draft={draft} />
            <WarningsPart reasons={reasons} awareness={awareness} onAwareness={setAwareness} />
          </section>
        </div>
      </div>
      <footer class="confirm-foot">
        <div class="row">
          <span>{fill(confirm.letter, { days: letterDays })}</span>
          <output class="spread">
            {missing ? (
              <StateLine tone="attention">
                {fill(confirm.needs[missing.need], { count: missing.count })}
              </StateLine>
            ) : null}
          </output>
        </div>
        <div class="row confirm-acts">
          <Button onPress={onGiveUp}>{confirm.giveUp}</Button>
          <Button onPress={onBack}>{confirm.back}</Button>
          <Button kind="primary" disabled={missing !== null || !isArmed} onPress={press}>
            {fill(confirm.act, { amount, name: negativation.debtor.name })}
          </Button>
        </div>
      </footer>
    </>
  )
}

/** The debt as it will be sent. */
const DebtShown = ({ draft: { negativation } }: { draft: DraftView }) => {
  const { confirm } = useTexts()
  const { service, invoices, totalCents, contract, due } = negativation
  return (
    <section class="confirm-part" aria-label={confirm.debt}>
      <h2>{confirm.debt}</h2>
      <p>{service ? `${service.name} · ${service.state}` : confirm.noService}</p>
      <table class="table invoices">
        <thead>
          <tr>
            <th>{confirm.invoice}</th>
            <th>{confirm.due}</th>
            <th>{confirm.description}</th>
            <th class="number">{confirm.value}</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice) => (
            <tr key={invoice.id}>
              <td>{invoice.id}</td>
              <td>{formatDate(invoice.due)}</td>
              <td class="description">{invoice.description}</td>
              <td class="number">{formatMoney(invoice.cents)}</td>
            </tr>
          ))}
        </tbody>
        <TotalRow count={invoices.length} cents={totalCents} />
      </table>
      <dl class="facts facts-row">
        <div>
          <dt>{confirm.debtDate}</dt>
          <dd>{formatDate(due)}</dd>
        </div>
        <div>
          <dt>{confirm.contract}</dt>
          <dd>{contract}</dd>
        </div>
      </dl>
    </section>
  )
}

const SendingFacts = ({ draft: { negativation } }: { draft: DraftView }) => {
  const { confirm } = useTexts()
  const { integration, reason, environment } = negativation
  return (
    <>
      <h2>{confirm.sendingPart}</h2>
      {environment === 'test' ? <Banner tone="attention" text={confirm.testEnvironment} /> : null}
      <dl class="facts">
        <div>
          <dt>{confirm.integration}</dt>
          <dd>{integration}</dd>
        </div>
        <div>
          <dt>{confirm.reason}</dt>
          <dd>
            {reason.code} · {reason.text}
          </dd>
        </div>
      </dl>
    </>
  )
}
