import { useEffect, useState } from 'preact/hooks'
import type { Batch, BatchState } from '../../shared/api.ts'
import { formatInstant } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { pause, useTick } from '../records-view/use-tick.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useRead } from '../ui/use-read.ts'
import { BatchByState } from './batch-by-state.tsx'
import { LoadingPart } from './loading-part.tsx'
import type { Place } from './use-place.ts'

/** Milliseconds between two looks while something moves. */
const paces: Partial<Record<BatchState, number>> = { reading: 700, running: 1000 }

interface BatchPartProps {
  id: string
  clock: Clock
  go: (place: Place) => void
  /** Told when it was made, for the page's head. */
  onTitle: (title: string) => void
}

/** One batch, looked at again and again while the page is seen. */
export const BatchPart = ({ id, clock, go, onTitle }: BatchPartProps) => {
  const { page } = useTexts().batch
  const [every, setEvery] = useState(pause)
  const { count, now } = useTick(every)
  const { value: batch, error } = useRead(`batch ${id}`, count, () => call('batch', { id }))
  const { state, createdAt }: Partial<Batch> = batch ?? {}
  useEffect(() => setEvery((state && paces[state]) ?? pause), [state])
  useEffect(() => {
    if (createdAt) onTitle(fill(page.views.batch, { time: formatInstant(createdAt) }))
  }, [createdAt, onTitle, page])
  if (batch)
    return (
      <>
        <ErrorBanner error={error} note={page.stale} />
        <BatchByState batch={batch} clock={clock} onChanged={now} go={go} />
      </>
    )
  if (!error) return <LoadingPart />
  return (
    <div class="batch-center">
      <ErrorBanner error={error}>
        <Button onPress={now}>{page.tryAgain}</Button>
        <Button onPress={() => go('batches')}>{page.toBatches}</Button>
      </ErrorBanner>
    </div>
  )
}
