import { useEffect, useRef } from 'preact/hooks'
import { batchLooks } from '../batch-view/batch-look.ts'
import { call } from '../messaging/call.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import type { May } from '../rights/rights-context.ts'
import { Button } from '../ui/button.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useRead } from '../ui/use-read.ts'
import { approvalLine, batchLine, liveBatch } from './batch-line.ts'

interface MassPartProps {
  /** Null while it is not known. */
  link: LinkState | null
  may: May
  isOff: boolean
  tick: number
  /** The person comes back from the batch page: the keyboard stands where it left from. */
  focused: boolean
  onBatch: (place: string) => void
}

/** The way to batches, the one that is under way, and what waits for this browser's approval. */
export const MassPart = ({ link, may, isOff, tick, focused, onBatch }: MassPartProps) => {
  const { mass } = useTexts().popup
  const part = useRef<HTMLElement>(null)
  const isReady = link?.state === 'ready'
  const isRefused = isReady && !may('include')
  const isClosed = isOff || (link !== null && !isReady)

  useEffect(() => {
    if (focused) part.current?.querySelector('button')?.focus()
  }, [focused])

  return (
    <section class="mass stack-tight" aria-label={mass.title} ref={part}>
      {isRefused ? (
        <p class="field-hint">{mass.refused}</p>
      ) : (
        <Button disabled={isClosed} onPress={() => onBatch('')}>
          {mass.open}
        </Button>
      )}
      {isReady ? <BatchLines tick={tick} onBatch={onBatch} /> : null}
    </section>
  )
}

const BatchLines = ({ tick, onBatch }: Pick<MassPartProps, 'tick' | 'onBatch'>) => {
  const texts = useTexts()
  // Its failure is told by the day below; the batch itself goes on in the service.
  const { value } = useRead('batches', tick, () => call('batches', {}))
  if (!value) return null
  const approval = approvalLine(value.batches, texts)
  const live = liveBatch(value.batches)
  return (
    <>
      {approval ? (
        <Button kind="quiet" onPress={() => onBatch(approval.place)}>
          <StateLine {...batchLooks.approval}>{approval.text}</StateLine>
        </Button>
      ) : null}
      {live ? (
        <Button kind="quiet" onPress={() => onBatch(`batch/${live.id}`)}>
          <StateLine {...batchLooks[live.state]}>{batchLine(live, texts)}</StateLine>
        </Button>
      ) : null}
    </>
  )
}
