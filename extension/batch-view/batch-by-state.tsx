import type { Batch } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { call } from '../messaging/call.ts'
import { RefusedBanner } from '../rights/refused-banner.tsx'
import { useMay } from '../rights/rights-context.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { ApprovalPart } from './approval/approval-part.tsx'
import { draftAgain } from './draft/draft-again.ts'
import { DraftPart } from './draft/draft-part.tsx'
import { GivenUpPart } from './draft/given-up-part.tsx'
import { ReadingPart } from './draft/reading-part.tsx'
import type { AgainSelection } from './run/again-selection.ts'
import { RunPart } from './run/run-part.tsx'
import type { Place } from './use-place.ts'

interface BatchByStateProps {
  batch: Batch
  clock: Clock
  /** Has the batch read again. */
  onChanged: () => void
  go: (place: Place) => void
}

const isUnconfirmed = ({ state }: Batch): boolean => state === 'reading' || state === 'draft'

/** What a person sees of a batch, and can do about it, in its state. */
export const BatchByState = ({ batch, clock, onChanged, go }: BatchByStateProps) => {
  const { access, batch: words } = useTexts()
  const givingUp = useAction(async () => {
    // Whatever became of it, the batch says where it stands.
    await call('batchCancel', { id: batch.id }).finally(onChanged)
  })
  const draftingAgain = useAction(async (selection: AgainSelection) => {
    const id = await draftAgain(selection, batch, { call, key: crypto.randomUUID() })
    go(`batch/${id}`)
  })
  const may = useMay()
  const shared = { batch, clock, givingUp, onChanged }
  if (!may('include') && isUnconfirmed(batch))
    return (
      <div class="batch-center">
        <RefusedBanner text={access.draft}>
          <Button onPress={() => go('batches')}>{words.page.toBatches}</Button>
        </RefusedBanner>
      </div>
    )
  if (batch.state === 'reading') return <ReadingPart {...shared} />
  if (batch.state === 'draft') return <DraftPart {...shared} />
  if (batch.state === 'approval') return <ApprovalPart {...shared} />
  if (batch.state === 'cancelled' && batch.confirmedAt === null)
    return <GivenUpPart batch={batch} onCandidates={() => go('candidates')} />
  return (
    <div class="batch-body">
      <ErrorBanner error={draftingAgain.error} />
      <RunPart batch={batch} clock={clock} onChanged={onChanged} onAgain={draftingAgain.start} />
    </div>
  )
}
