import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import { Progress } from '../ui/progress.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useElapsedSeconds } from '../ui/use-elapsed-seconds.ts'
import type { Confirmation } from './confirmation.ts'

type Waiting = Extract<
  Confirmation,
  { at: 'opening' | 'searching' | 'reading' | 'attaching' | 'drafting' | 'confirming' | 'sending' }
>

interface WaitingViewProps {
  stage: Waiting
  name: string | null
  clock: Clock
}

/** What the service is doing now and for how long; when the window may be closed. */
export const WaitingView = ({ stage, name, clock }: WaitingViewProps) => {
  const { confirm } = useTexts()
  if (stage.at === 'opening') return <Wait text={confirm.opening} since={clock()} clock={clock} />
  if (stage.at === 'confirming')
    return (
      <Wait
        text={stage.isChecking ? confirm.checking : confirm.confirming}
        hint={confirm.sendingHint}
        since={stage.since}
        clock={clock}
      />
    )
  if (stage.at === 'sending') {
    const { negativation, lost } = stage
    return (
      <Wait
        person={negativation.debtor.name}
        text={lost === null ? confirm.sending : confirm.reconnecting}
        hint={confirm.sendingHint}
        since={lost ?? Date.parse(negativation.changedAt)}
        clock={clock}
      />
    )
  }
  const person = stage.at === 'drafting' ? stage.overview.customer.name : name
  return <Wait person={person} text={confirm[stage.at]} since={stage.since} clock={clock} />
}

interface WaitProps {
  person?: string | null
  text: string
  hint?: string
  since: number
  clock: Clock
}

const Wait = ({ person, text, hint, since, clock }: WaitProps) => {
  const seconds = useElapsedSeconds(since, clock)
  return (
    <section class="confirm-center">
      {person ? <strong>{person}</strong> : null}
      <Progress text={fill(text, { seconds })} />
      {hint ? <p class="muted">{hint}</p> : null}
    </section>
  )
}
