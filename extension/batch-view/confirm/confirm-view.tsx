import { useEffect, useRef } from 'preact/hooks'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { NoteField } from '../../ui/note-field.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { countWords } from '../count-words.ts'
import { reviewNeed, wantsWritten } from '../draft/left-out.ts'
import type { Review } from '../draft/review.ts'
import { AcceptedList } from './accepted-list.tsx'
import { ActForm } from './act-form.tsx'
import type { ConfirmParts } from './use-confirm.ts'
import { useConfirm } from './use-confirm.ts'
import { WhatIsSent } from './what-is-sent.tsx'

/** The one confirmation: what will be sent, and the button that sends it. The button names what it does. */
export const ConfirmView = (props: ConfirmParts) => {
  const texts = useTexts()
  const { batch: words } = texts
  const { batch, clock, review, simulation, simulated, reviewing } = props
  const { going, needsApproval, letterDays } = simulation
  const { stage, press } = useConfirm(props)
  const isWritten = wantsWritten(simulation, review.accepted)
  const change = (part: Partial<Review>) => void reviewing.change(part).catch(() => undefined)
  const title = useRef<HTMLHeadingElement>(null)
  // Not on a field: an Enter that was meant for something else must not confirm.
  useEffect(() => title.current?.focus(), [])
  const people = countWords('people', going.people, words)
  const need = reviewNeed(simulation, simulated.isStale)
  return (
    <ActForm
      stage={stage}
      clock={clock}
      words={words.confirm}
      act={fill(needsApproval ? words.confirm.ask : words.confirm.act, {
        people,
        amount: formatMoney(going.cents),
      })}
      typedLabel={words.confirm.typed}
      people={going.people}
      typed={review.typed}
      isBlocked={need !== null}
      isComplete={!isWritten || review.written.trim() !== ''}
      onTyped={(typed) => change({ typed })}
      onAct={press}
      ways={<Button onPress={() => change({ isConfirming: false })}>{words.confirm.back}</Button>}
      note={
        need ? (
          <StateLine tone="attention">{words.simulation.needs[need]}</StateLine>
        ) : (
          fill(texts.confirm.letter, { days: letterDays })
        )
      }
    >
      {(isTried) => (
        <>
          <h2 ref={title} tabIndex={-1}>
            {words.confirm.title}
          </h2>
          <WhatIsSent batch={batch} going={going} sentence={words.confirm.sentence} />
          {needsApproval ? <Banner tone="neutral" text={words.confirm.approval} /> : null}
          <section class="batch-box">
            <AcceptedList accepted={review.accepted} />
            {isWritten ? (
              <NoteField
                label={words.confirm.written}
                hint={words.confirm.writtenHint}
                value={review.written}
                error={isTried && review.written.trim() === '' ? words.confirm.writtenMissing : undefined}
                onValue={(written) => change({ written })}
              />
            ) : null}
          </section>
        </>
      )}
    </ActForm>
  )
}
