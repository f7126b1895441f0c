import type { Batch, Simulation } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { AppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import type { Review } from '../draft/review.ts'
import { actWith } from '../draft/review.ts'
import type { Reviewing } from '../draft/use-review.ts'
import type { Simulated } from '../draft/use-simulation.ts'
import type { ActStage } from './use-batch-act.ts'
import { useBatchAct } from './use-batch-act.ts'

export interface ConfirmParts {
  batch: Batch
  clock: Clock
  review: Review
  simulation: Simulation
  simulated: Simulated
  reviewing: Reviewing
  onChanged: () => void
}

/** What was shown is not what is: it is read anew, so that the person sees it. */
const outdated: ReadonlySet<AppError['code']> = new Set([
  'batch-changed',
  'batch-count-differs',
  'batch-over-daily-limit',
])

/** The confirmation of a batch by a person. */
export const useConfirm = (parts: ConfirmParts): { stage: ActStage; press: () => void } => {
  const { batch, clock, review, simulation, simulated, reviewing, onChanged } = parts
  const { stage, press } = useBatchAct({
    batch,
    clock,
    isOpen: review.act !== null,
    onTaken: () => {
      reviewing.drop()
      onChanged()
    },
  })

  const confirm = async () => {
    const { seal, going } = simulation
    const { accepted, written } = review
    const content = { seal, people: going.people, accepted: [...accepted], written: written.trim() }
    const act = actWith(content, review.act, () => crypto.randomUUID())
    // Before the first call, or a reload would not know that there was one.
    await reviewing.change({ act })
    return call('batchConfirm', { id: batch.id, ...act })
  }

  const refused = ({ code }: AppError) => {
    void reviewing.change({ act: null }).catch(() => undefined)
    if (outdated.has(code)) simulated.again()
    if (code === 'batch-state') onChanged()
  }

  return { stage, press: () => press(confirm, refused) }
}
