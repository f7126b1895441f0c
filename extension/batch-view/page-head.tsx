import { send } from '../messaging/send.ts'
import { useMay } from '../rights/rights-context.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import type { Place } from './use-place.ts'
import { batchIdOf } from './use-place.ts'

interface PageHeadProps {
  place: Place | null
  /** Names the batch that is open, once it is known. */
  title: string | null
  /** Inside the popup: it can be left for a tab. */
  compact: boolean
}

/** The ways between the parts of the page. */
export const PageHead = ({ place, title, compact }: PageHeadProps) => {
  const { page } = useTexts().batch
  const may = useMay()
  const isBatch = place !== null && batchIdOf(place) !== null
  const opening = useAction(async () => {
    await send('open-batch', place === null ? {} : { place })
    window.close()
  })
  return (
    <>
      <nav class="row batch-head" aria-label={page.views.label}>
        {may('include') ? <PlaceLink to="candidates" place={place} text={page.views.candidates} /> : null}
        <PlaceLink to="batches" place={place} text={page.views.batches} />
        {isBatch ? <PlaceLink to={place} place={place} text={title ?? page.views.thisBatch} /> : null}
        {compact ? (
          <span class="spread">
            <Button kind="quiet" disabled={opening.busy} onPress={opening.start}>
              {page.openTab}
            </Button>
          </span>
        ) : null}
      </nav>
      <ErrorBanner error={opening.error} />
    </>
  )
}

interface PlaceLinkProps {
  to: Place
  place: Place | null
  text: string
}

const PlaceLink = ({ to, place, text }: PlaceLinkProps) => (
  <a class="batch-link" href={`#${to}`} aria-current={to === place ? 'page' : undefined}>
    {text}
  </a>
)
