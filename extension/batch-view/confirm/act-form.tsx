import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Clock } from '../../../shared/clock.ts'
import { fill } from '../../../shared/errors.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Form } from '../../ui/form.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useArmed } from '../../ui/use-armed.ts'
import { useElapsedSeconds } from '../../ui/use-elapsed-seconds.ts'
import { TypedNumberField } from './typed-number-field.tsx'
import { typedProblem } from './typed-number.ts'
import type { ActStage } from './use-batch-act.ts'

interface ActFormProps {
  stage: ActStage
  clock: Clock
  /** What is said when nobody knows whether the act arrived. */
  words: { unconfirmed: string; unconfirmedHint: string }
  /** The button's words: what it does. */
  act: string
  typedLabel: string
  people: number
  typed: string
  /** Nothing can be done now, whatever is typed. */
  isBlocked: boolean
  /** Everything else that is wanted has been given. */
  isComplete: boolean
  onTyped: (typed: string) => void
  onAct: () => void
  /** The other buttons. */
  ways: ComponentChildren
  /** Stands above the buttons. */
  note: ComponentChildren
  children: (isTried: boolean) => ComponentChildren
}

/** What is to be done, the number that a person types to do it, and the button. What is missing is said once it was tried. */
export const ActForm = (props: ActFormProps) => {
  const { stage, people, typed } = props
  const [tries, setTries] = useState(0)
  const isArmed = useArmed()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const submit = () => {
    if (!isArmed || props.isBlocked || stage.at === 'acting') return
    if (props.isComplete && typedProblem(typed, people) === null) props.onAct()
    else setTries((known) => known + 1)
  }
  return (
    <Form class="batch-form" onSubmit={submit}>
      <div ref={body} class="batch-form">
        <div class="batch-body">{props.children(tries > 0)}</div>
        <footer class="batch-foot">
          <StageBanner stage={stage} words={props.words} />
          <p>{props.note}</p>
          <div class="act-row">
            <TypedNumberField
              label={props.typedLabel}
              people={people}
              typed={typed}
              isTried={tries > 0}
              onTyped={props.onTyped}
            />
            <div class="row spread act-buttons">
              {stage.at === 'acting' ? (
                <ActingProgress stage={stage} clock={props.clock} />
              ) : (
                <>
                  {props.ways}
                  <Button kind="primary" type="submit" disabled={!isArmed || props.isBlocked}>
                    {props.act}
                  </Button>
                </>
              )}
            </div>
          </div>
        </footer>
      </div>
    </Form>
  )
}

const StageBanner = ({ stage, words }: Pick<ActFormProps, 'stage' | 'words'>) => {
  if (stage.at === 'refused') return <ErrorBanner error={stage.error} />
  if (stage.at !== 'unconfirmed') return null
  return <Banner tone="attention" text={words.unconfirmed} hint={words.unconfirmedHint} live />
}

type Acting = Extract<ActStage, { at: 'acting' }>

const ActingProgress = ({ stage, clock }: { stage: Acting; clock: Clock }) => {
  const { confirm } = useTexts().batch
  const seconds = useElapsedSeconds(stage.since, clock)
  return <Progress text={fill(stage.isChecking ? confirm.checking : confirm.acting, { seconds })} />
}
