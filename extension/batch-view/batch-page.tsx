import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import { formatCount } from '../../shared/format-count.ts'
import { RefusedBanner } from '../rights/refused-banner.tsx'
import { RightsContext } from '../rights/rights-context.ts'
import { useRights } from '../rights/use-rights.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { BatchPart } from './batch-part.tsx'
import { CandidatesPart } from './candidates/candidates-part.tsx'
import { BatchList } from './list/batch-list.tsx'
import { PageHead } from './page-head.tsx'
import type { PageSelection } from './selection/page-selection.ts'
import type { Places } from './use-place.ts'
import { batchIdOf, usePlace } from './use-place.ts'

interface BatchPageProps {
  clock?: Clock
  /** Inside the popup; else the whole tab is this page. */
  compact: boolean
  /** The invoices that are ticked on the ERP's page. */
  fromPage: PageSelection | null
}

/** Many debts at once: the overdue invoices, a batch from its simulation to its end, and the list of batches. */
export const BatchPage = ({ clock = Date.now, compact, fromPage }: BatchPageProps) => {
  const { access, batch: words, records } = useTexts()
  const { place, go } = usePlace()
  const [title, setTitle] = useState<string | null>(null)
  const openBatch = useCallback((id: string) => go(`batch/${id}`), [go])
  const { may } = useRights()
  const batchId = place === null ? null : batchIdOf(place)
  const Whole = compact ? 'div' : 'main'
  useEffect(() => {
    if (!compact) document.title = `${words.title} · ${records.product}`
  }, [compact, words, records])
  useEffect(() => setTitle(null), [batchId])
  return (
    <RightsContext.Provider value={may}>
      <Whole class={compact ? 'batch-page' : 'batch-page batch-tab'}>
        <h1 class={compact ? 'visually-hidden' : undefined}>{words.title}</h1>
        <PageHead place={place} title={title} compact={compact} />
        {fromPage && may('include') && place !== null && place !== 'candidates' ? (
          <Marked fromPage={fromPage} go={go} />
        ) : null}
        {place === 'candidates' && !may('include') ? (
          <div class="batch-center">
            <RefusedBanner text={access.candidates}>
              <Button onPress={() => go('batches')}>{words.page.toBatches}</Button>
            </RefusedBanner>
          </div>
        ) : null}
        {place === 'candidates' && may('include') ? (
          <CandidatesPart clock={clock} fromPage={fromPage} compact={compact} onDrafted={openBatch} />
        ) : null}
        {place === 'batches' ? <BatchList onOpen={openBatch} onCandidates={() => go('candidates')} /> : null}
        {batchId === null ? null : (
          <BatchPart key={batchId} id={batchId} clock={clock} go={go} onTitle={setTitle} />
        )}
      </Whole>
    </RightsContext.Provider>
  )
}

/** What is ticked on the ERP's page waits in the list, wherever the person is. */
const Marked = ({ fromPage, go }: { fromPage: PageSelection; go: Places['go'] }) => {
  const { page } = useTexts().batch
  const count = fromPage.invoiceIds.length
  return (
    <Banner
      tone="neutral"
      text={count === 1 ? page.markedOne : fill(page.marked, { count: formatCount(count) })}
    >
      <Button onPress={() => go('candidates')}>{page.showMarked}</Button>
    </Banner>
  )
}
