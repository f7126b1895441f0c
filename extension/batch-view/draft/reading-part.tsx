import type { Batch } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Action } from '../../ui/use-action.ts'
import { SentLine } from '../batch-facts.tsx'

/** The service reads everybody at the ERP; nothing is sent. */
export const ReadingPart = ({ batch, givingUp }: { batch: Batch; givingUp: Action<[]> }) => {
  const { simulation } = useTexts().batch
  const { readDebts, selected } = batch
  const count = fill(simulation.readingCount, {
    read: formatCount(readDebts),
    total: formatCount(selected.debts),
  })
  return (
    <div class="batch-center">
      <h2 id="batch-reading">{simulation.reading}</h2>
      <progress class="batch-bar" aria-labelledby="batch-reading" max={selected.debts} value={readDebts} />
      <output>{count}</output>
      <SentLine {...batch} />
      <p class="muted">{simulation.readingHint}</p>
      <ErrorBanner error={givingUp.error} />
      <Button disabled={givingUp.busy} onPress={givingUp.start}>
        {simulation.interrupt}
      </Button>
    </div>
  )
}
