import type { HistoryEntry, Negativation, NegativationState } from '../../shared/api.ts'
import { formatDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { formatMoney } from '../../shared/money.ts'
import { send } from '../messaging/send.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import type { Tone } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Confirmation } from './confirmation.ts'

interface EndedViewProps {
  stage: Extract<Confirmation, { at: 'ended' }>
  onReview: () => void
  onAnew: () => void
  onClose: () => void
}

interface Said {
  tone: Tone
  text: string
  hint: string
}

const said = ({ state }: Negativation, letterDays: number, { confirm, negativation }: Texts): Said => {
  const { ended } = confirm
  const sentHint = fill(ended.sentHint, { days: letterDays })
  const other = { text: fill(ended.other, { state: negativation.states[state] }) }
  const words: Record<NegativationState, Said> = {
    sent: { tone: 'good', text: ended.sent, hint: sentHint },
    active: { tone: 'good', text: ended.active, hint: sentHint },
    rejected: { tone: 'attention', text: ended.rejected, hint: ended.rejectedHint },
    unknown: { tone: 'attention', text: ended.unknown, hint: ended.unknownHint },
    draft: { tone: 'attention', text: ended.draft, hint: ended.draftHint },
    cancelled: { tone: 'attention', text: ended.cancelled, hint: ended.cancelledHint },
    'removal-requested': { tone: 'attention', text: ended.removing, hint: ended.removingHint },
    removing: { tone: 'attention', text: ended.removing, hint: ended.removingHint },
    verifying: { tone: 'attention', text: ended.removing, hint: ended.removingHint },
    sending: { tone: 'neutral', hint: '', ...other },
    'not-included': { tone: 'neutral', hint: '', ...other },
    removed: { tone: 'good', hint: '', ...other },
  }
  return words[state]
}

/** The line of the history that led here. */
const lastOf = (history: readonly HistoryEntry[], { state }: Negativation): HistoryEntry | undefined =>
  history.findLast(({ to }) => to === state)

const confirmedBy = (history: readonly HistoryEntry[]): string | undefined =>
  history.findLast(({ event }) => event === 'confirm')?.actor

/** How the sending ended, in words for every end; never "failed" for what is not known. */
export const EndedView = ({ stage, onReview, onAnew, onClose }: EndedViewProps) => {
  const texts = useTexts()
  const { confirm } = texts
  const { detail, isAttached, letterDays } = stage
  const { negativation, history } = detail
  const { tone, text, hint } = said(negativation, letterDays, texts)
  const actor = isAttached ? confirmedBy(history) : undefined
  return (
    <section class="confirm-stopped stack">
      <p>
        <strong>{negativation.debtor.name}</strong>
        <br />
        <span class="document">{formatDocument(negativation.debtor.document)}</span> ·{' '}
        {formatMoney(negativation.totalCents)}
      </p>
      {actor ? <Banner tone="neutral" text={fill(confirm.attached, { actor })} /> : null}
      <Banner tone={tone} text={text} hint={hint} live />
      <Answer negativation={negativation} entry={lastOf(history, negativation)} />
      <div class="row">
        {negativation.state === 'draft' ? (
          <Button kind="primary" onPress={onReview}>
            {confirm.reviewAgain}
          </Button>
        ) : null}
        {negativation.state === 'cancelled' ? (
          <Button kind="primary" onPress={onAnew}>
            {confirm.anew}
          </Button>
        ) : null}
        <Button
          onPress={() =>
            void send('open-records', { negativationId: negativation.id }).catch(() => undefined)
          }
        >
          {confirm.openRecords}
        </Button>
        <Button onPress={onClose}>{confirm.close}</Button>
      </div>
    </section>
  )
}

interface AnswerProps {
  negativation: Negativation
  entry: HistoryEntry | undefined
}

/** What the platform said: protocol, or code and text as they came; a look-up's code is the bureau's state, which has words. */
const Answer = ({ negativation: { protocol }, entry }: AnswerProps) => {
  const { confirm, errors, negativation } = useTexts()
  const states: Readonly<Record<string, string>> = negativation.bureauStates
  const code = entry?.event === 'looked' ? (states[entry.code ?? ''] ?? entry.code) : entry?.code
  // A code of our own says nothing to a person; its sentence does.
  const isOwn = entry?.code !== null && entry?.code !== undefined && Object.hasOwn(errors, entry.code)
  const words = (isOwn ? [entry.text] : [code, entry?.text]).filter(Boolean).join(' · ')
  return (
    <>
      {protocol ? (
        <p class="row">
          <strong>{fill(confirm.protocol, { protocol })}</strong>
          <CopyButton text={protocol} label={confirm.copyProtocol} done={confirm.copied} />
        </p>
      ) : null}
      {words ? (
        <p>
          {isOwn ? null : <span class="muted">{confirm.answer}: </span>}
          {words}
        </p>
      ) : null}
    </>
  )
}
