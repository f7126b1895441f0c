import type { ComponentType } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Clock } from '../../shared/clock.ts'
import type { PageSelection } from '../batch-view/selection/page-selection.ts'
import { send } from '../messaging/send.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Progress } from '../ui/progress.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useRead } from '../ui/use-read.ts'

interface BatchPageProps {
  clock?: Clock
  compact: boolean
  fromPage: PageSelection | null
}

/** Fetches the batch page's code, which the popup does not need for its first paint. */
export type LoadBatch = () => Promise<ComponentType<BatchPageProps>>

interface BatchPartProps {
  clock: Clock
  load: LoadBatch
  onBack: () => void
}

/** The batch page inside the popup, as large as a popup may be, with the way back to the day. */
export const BatchPart = ({ clock, load, onBack }: BatchPartProps) => {
  const { mass } = useTexts().popup
  const bar = useRef<HTMLElement>(null)
  const { value: BatchPage, error } = useRead('batch-page', 0, load)
  // The list is worth its while without it: a page that says nothing has nothing ticked.
  const ticked = useRead('page-selection', 0, () => send('page-selection', {}))

  // What the keyboard stood on is gone with the other view.
  useEffect(() => bar.current?.querySelector('button')?.focus(), [])

  return (
    <main class="popup-batch">
      <header class="row" ref={bar}>
        <Button kind="quiet" onPress={onBack}>
          {mass.back}
        </Button>
        <h1>{mass.title}</h1>
      </header>
      <div class="popup-page">
        <ErrorBanner error={error} />
        {BatchPage ? (
          <BatchPage clock={clock} compact fromPage={ticked.value} />
        ) : error ? null : (
          <Progress text={mass.loading} />
        )}
      </div>
    </main>
  )
}
