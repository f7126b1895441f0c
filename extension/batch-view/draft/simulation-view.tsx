import { useRef } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import { formatMoney } from '../../../shared/money.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { GiveUpButton } from '../give-up-button.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Action } from '../../ui/use-action.ts'
import { useLostFocus } from '../../ui/use-lost-focus.ts'
import { SentLine } from '../batch-facts.tsx'
import { countWords } from '../count-words.ts'
import { BlockTable } from './block-table.tsx'
import { ExportButton } from './export-button.tsx'
import { reviewNeed } from './left-out.ts'
import type { Review } from './review.ts'
import { ShortenedList } from './shortened-list.tsx'
import { SimulationFacts } from './simulation-facts.tsx'
import { TotalsTable } from './totals-table.tsx'
import type { Simulated } from './use-simulation.ts'
import { WarningTable } from './warning-table.tsx'
import { WhoList } from './who-list.tsx'

interface SimulationViewProps {
  batch: Batch
  review: Review
  simulated: Simulated
  givingUp: Action<[]>
  onReview: (part: Partial<Review>) => void
}

/** What would go, what not and why, before anything is paid or sent. */
export const SimulationView = ({ batch, review, simulated, givingUp, onReview }: SimulationViewProps) => {
  const { batch: words } = useTexts()
  const { simulation, error, again } = simulated
  const title = useRef<HTMLHeadingElement>(null)
  useLostFocus(title)
  return (
    <>
      <div class="batch-body">
        <div class="row">
          <h2 ref={title} tabIndex={-1}>
            {words.simulation.title}
          </h2>
          <SentLine {...batch} />
        </div>
        <ErrorBanner error={givingUp.error} />
        {batch.readProblem ? (
          <ExplainedBanner title={words.simulation.readProblem} error={batch.readProblem} />
        ) : null}
        {error ? (
          <ExplainedBanner
            title={simulation ? words.simulation.failed : words.simulation.failedFirst}
            error={error}
          >
            <Button onPress={again}>{words.page.tryAgain}</Button>
          </ExplainedBanner>
        ) : null}
        {simulation ? (
          <>
            <section class="batch-box" aria-busy={simulated.isStale}>
              <TotalsTable simulation={simulation} />
              <SimulationFacts simulation={simulation} />
            </section>
            <WarningTable
              warnings={simulation.warnings}
              accepted={review.accepted}
              onAccepted={(accepted) => onReview({ accepted })}
            />
            <BlockTable blocked={simulation.blocked}>
              <ExportButton batch={batch} accepted={review.accepted} />
            </BlockTable>
            <ShortenedList shortened={simulation.shortened} />
            <WhoList batch={batch} />
          </>
        ) : error ? null : (
          <Progress text={words.simulation.simulating} />
        )}
      </div>
      <SimulationFoot simulated={simulated} givingUp={givingUp} onReview={onReview} />
    </>
  )
}

const SimulationFoot = ({
  simulated,
  givingUp,
  onReview,
}: Pick<SimulationViewProps, 'simulated' | 'givingUp' | 'onReview'>) => {
  const { batch: words } = useTexts()
  const { simulation, isStale, error } = simulated
  const need = simulation ? reviewNeed(simulation, isStale) : 'reading'
  return (
    <footer class="batch-foot row">
      <GiveUpButton givingUp={givingUp} />
      <output class="spread batch-need">
        {simulation && !need ? (
          <strong>
            {countWords('people', simulation.going.people, words)} · {formatMoney(simulation.going.cents)}
          </strong>
        ) : null}
        {need && !error ? <StateLine tone="attention">{words.simulation.needs[need]}</StateLine> : null}
      </output>
      <Button kind="primary" disabled={need !== null} onPress={() => onReview({ isConfirming: true })}>
        {words.simulation.review}
      </Button>
    </footer>
  )
}
