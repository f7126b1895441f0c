import { Progress } from '../ui/progress.tsx'
import { useTexts } from '../ui/texts-context.tsx'

/** The batch is fetched; nothing of it is known yet. */
export const LoadingPart = () => (
  <div class="batch-center">
    <Progress text={useTexts().batch.page.loading} />
  </div>
)
