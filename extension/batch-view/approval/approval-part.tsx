import { useRef } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import type { Clock } from '../../../shared/clock.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { agoWords } from '../../records-view/day/time-words.ts'
import { RefusedBanner } from '../../rights/refused-banner.tsx'
import { useMay } from '../../rights/rights-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { GiveUpButton } from '../give-up-button.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Action } from '../../ui/use-action.ts'
import { useLostFocus } from '../../ui/use-lost-focus.ts'
import { BatchStateLine } from '../batch-state.tsx'
import { AcceptedList } from '../confirm/accepted-list.tsx'
import { ActForm } from '../confirm/act-form.tsx'
import { WhatIsSent } from '../confirm/what-is-sent.tsx'
import { countWords } from '../count-words.ts'
import { useReview } from '../draft/use-review.ts'
import { WhoList } from '../draft/who-list.tsx'
import { LoadingPart } from '../loading-part.tsx'
import { useApproval } from './use-approval.ts'

interface ApprovalPartProps {
  batch: Batch
  clock: Clock
  givingUp: Action<[]>
  onChanged: () => void
}

/** A confirmed batch that waits for a second person. */
export const ApprovalPart = (props: ApprovalPartProps) => {
  const may = useMay()
  if (!may('include')) return <OnlookerPart {...props} />
  return props.batch.approval?.mayApprove ? <ApproverPart {...props} /> : <WaitingPart {...props} />
}

/** For whoever may not register debts: what waits, without the people in it. */
const OnlookerPart = ({ batch, clock }: ApprovalPartProps) => {
  const { access, batch: words } = useTexts()
  return (
    <div class="batch-body">
      <Waiting batch={batch} clock={clock} />
      <RefusedBanner text={access.approval} />
      <WhatIsSent batch={batch} going={batch.going} sentence={words.confirm.sentence} />
    </div>
  )
}

/** What waits, by whom and since when. */
const Waiting = ({ batch, clock }: Pick<ApprovalPartProps, 'batch' | 'clock'>) => {
  const { batch: words, records } = useTexts()
  const { confirmedAt, confirmedBy } = batch
  const title = useRef<HTMLHeadingElement>(null)
  useLostFocus(title)
  const written = batch.log.findLast(({ event }) => event === 'confirmed')?.text
  return (
    <>
      <div class="row">
        <h2 ref={title} tabIndex={-1}>
          <BatchStateLine state={batch.state} />
        </h2>
        {confirmedAt ? (
          <span>
            {fill(words.approval.since, {
              actor: confirmedBy ?? '',
              time: formatInstant(confirmedAt),
              ago: agoWords(Date.parse(confirmedAt), clock(), records.time),
            })}
          </span>
        ) : null}
      </div>
      <section class="batch-box">
        <AcceptedList accepted={batch.accepted} />
        {written ? (
          <>
            <h3>{words.approval.written}</h3>
            <p class="batch-note">{written}</p>
          </>
        ) : null}
      </section>
    </>
  )
}

/** For whoever may not approve: the confirming person's own browser. */
const WaitingPart = ({ batch, clock, givingUp }: ApprovalPartProps) => {
  const { approval, confirm } = useTexts().batch
  return (
    <>
      <div class="batch-body">
        <Waiting batch={batch} clock={clock} />
        <Banner tone="neutral" text={approval.other} hint={approval.otherHint} />
        <ErrorBanner error={givingUp.error} />
        <WhatIsSent batch={batch} going={batch.going} sentence={confirm.sentence} />
        <WhoList batch={batch} />
      </div>
      <footer class="batch-foot row">
        <GiveUpButton givingUp={givingUp} />
      </footer>
    </>
  )
}

/** For the second person: everything that was confirmed, and the number once more. */
const ApproverPart = ({ batch, clock, givingUp, onChanged }: ApprovalPartProps) => {
  const words = useTexts().batch
  const { going } = batch
  const { review, change, drop } = useReview(`approval:${batch.id}`)
  const { stage, approve } = useApproval({
    batch,
    clock,
    onTaken: () => {
      drop()
      onChanged()
    },
    onChanged,
  })
  if (!review) return <LoadingPart />
  return (
    <ActForm
      stage={stage}
      clock={clock}
      words={words.approval}
      act={fill(words.approval.act, {
        people: countWords('people', going.people, words),
        amount: formatMoney(going.cents),
      })}
      typedLabel={words.approval.typed}
      people={going.people}
      typed={review.typed}
      isBlocked={givingUp.busy}
      isComplete
      onTyped={(typed) => void change({ typed }).catch(() => undefined)}
      onAct={approve}
      ways={
        <ConfirmButton
          text={words.approval.refuse}
          title={words.approval.refuseTitle}
          explanation={words.approval.refuseText}
          cancel={words.approval.keep}
          disabled={givingUp.busy}
          onConfirm={givingUp.start}
        />
      }
      note={<StateLine tone="attention">{words.approval.second}</StateLine>}
    >
      {() => (
        <>
          <Waiting batch={batch} clock={clock} />
          <ErrorBanner error={givingUp.error} />
          <WhatIsSent batch={batch} going={going} sentence={words.approval.sentence} />
          <WhoList batch={batch} />
        </>
      )}
    </ActForm>
  )
}
