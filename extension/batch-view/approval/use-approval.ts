import type { Batch } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import { call } from '../../messaging/call.ts'
import type { ActStage } from '../confirm/use-batch-act.ts'
import { useBatchAct } from '../confirm/use-batch-act.ts'

interface ApprovalParts {
  batch: Batch
  clock: Clock
  onTaken: () => void
  onChanged: () => void
}

/** The second person's act. */
export const useApproval = ({
  batch,
  clock,
  onTaken,
  onChanged,
}: ApprovalParts): { stage: ActStage; approve: () => void } => {
  const { stage, press } = useBatchAct({ batch, clock, isOpen: false, onTaken })
  const { id, going } = batch
  return {
    stage,
    approve: () => press(() => call('batchApprove', { id, people: going.people }), onChanged),
  }
}
