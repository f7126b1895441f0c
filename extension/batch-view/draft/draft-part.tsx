import type { Batch } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Action } from '../../ui/use-action.ts'
import { LoadingPart } from '../loading-part.tsx'
import { ConfirmView } from '../confirm/confirm-view.tsx'
import { SimulationView } from './simulation-view.tsx'
import type { Review } from './review.ts'
import type { Reviewing } from './use-review.ts'
import { useReview } from './use-review.ts'
import { useSimulation } from './use-simulation.ts'

interface DraftPartProps {
  batch: Batch
  clock: Clock
  givingUp: Action<[]>
  onChanged: () => void
}

/** A batch that was read: first what would happen, then the one confirmation. What was chosen and typed outlives the page. */
export const DraftPart = (props: DraftPartProps) => {
  const reviewing = useReview(props.batch.id)
  return reviewing.review ? (
    <ReviewedDraft {...props} review={reviewing.review} reviewing={reviewing} />
  ) : (
    <LoadingPart />
  )
}

interface ReviewedDraftProps extends DraftPartProps {
  review: Review
  reviewing: Reviewing
}

const ReviewedDraft = ({ batch, clock, givingUp, onChanged, review, reviewing }: ReviewedDraftProps) => {
  const simulated = useSimulation(batch.id, review.accepted)
  const { simulation, error } = simulated
  if (!review.isConfirming || (!simulation && error))
    return (
      <SimulationView
        batch={batch}
        review={review}
        simulated={simulated}
        givingUp={givingUp}
        onReview={(part) => void reviewing.change(part).catch(() => undefined)}
      />
    )
  if (!simulation) return <LoadingPart />
  return (
    <ConfirmView
      batch={batch}
      clock={clock}
      review={review}
      simulation={simulation}
      simulated={simulated}
      reviewing={reviewing}
      onChanged={onChanged}
    />
  )
}
