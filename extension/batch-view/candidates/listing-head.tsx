import type { CandidateListing, EligibilityReason } from '../../../shared/api.ts'
import { formatTime } from '../../../shared/business-time.ts'
import type { Clock } from '../../../shared/clock.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { ReasonLines } from '../../confirm-view/reason-line.tsx'
import { call } from '../../messaging/call.ts'
import { agoWords } from '../../records-view/day/time-words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useElapsedSeconds } from '../../ui/use-elapsed-seconds.ts'
import { counted, countedTotals } from './counted-words.ts'
import type { ListingState } from './use-listing.ts'

interface ListingHeadProps {
  state: ListingState
  clock: Clock
  onRead: (again: boolean) => void
}

const progressWords = (
  { progress, waitsUntil }: CandidateListing,
  { listing: words }: Texts['candidates'],
): string => {
  const { page, pages, invoices } = progress
  if (waitsUntil) return fill(words.waiting, { time: formatTime(waitsUntil), count: formatCount(invoices) })
  if (page === 0) return words.reading
  const params = { page, pages: pages ?? '', count: formatCount(invoices) }
  return fill(pages === null ? words.readingPage : words.readingPages, params)
}

/** What was read and when, or how far the reading is; what of it is not as it should be. */
export const ListingHead = ({ state, clock, onRead }: ListingHeadProps) => {
  const { shown, reading, fetched, isLost, error, isBusy } = state
  const { candidates } = useTexts()
  const words = candidates.listing
  return (
    <>
      <div class="row listing-head">
        {shown && !isBusy ? <ListingTotal listing={shown.listing} clock={clock} /> : null}
        {reading ? (
          <>
            <Progress text={isLost ? words.lost : progressWords(reading, candidates)} />
            <InterruptButton id={reading.id} />
          </>
        ) : null}
        {fetched ? (
          <Progress
            text={fill(words.loading, {
              count: formatCount(fetched.count),
              total: formatCount(fetched.total),
            })}
          />
        ) : null}
        {isBusy && !reading && !fetched ? <Progress text={candidates.opening} /> : null}
        {isBusy || error ? null : <Button onPress={() => onRead(true)}>{words.again}</Button>}
        {shown ? <EverybodysWarnings reasons={shown.listing.reasons} /> : null}
      </div>
      <ErrorBanner error={error} note={shown ? words.stale : undefined}>
        <Button onPress={() => onRead(error?.code === 'listing-unknown')}>
          {error?.code === 'listing-unknown' ? words.again : words.tryAgain}
        </Button>
      </ErrorBanner>
      {shown && !isBusy && !error ? <EndedEarly listing={shown.listing} /> : null}
      {shown ? <EverybodysBlocks reasons={shown.listing.reasons} /> : null}
    </>
  )
}

const ListingTotal = ({ listing, clock }: { listing: CandidateListing; clock: Clock }) => {
  const { candidates, records } = useTexts()
  const { listing: words, counted: countWords } = candidates
  const at = Date.parse(listing.readAt ?? listing.startedAt)
  // Counts on, so that an old list does not look like a new one
  useElapsedSeconds(at, clock)
  return (
    <>
      {listing.total.invoices > 0 ? (
        <strong>{countedTotals(listing.total, countWords).join(' · ')}</strong>
      ) : null}
      {listing.readAt ? (
        <span class="muted">{fill(words.age, { ago: agoWords(at, clock(), records.time) })}</span>
      ) : null}
    </>
  )
}

const InterruptButton = ({ id }: { id: string }) => {
  const { listing: words } = useTexts().candidates
  const interrupting = useAction(async () => {
    await call('candidateCancel', { id })
  })
  return (
    <Button disabled={interrupting.busy} onPress={interrupting.start}>
      {words.interrupt}
    </Button>
  )
}

/** A reading that did not reach its end: what is shown is not everything. */
const EndedEarly = ({ listing }: { listing: CandidateListing }) => {
  const { listing: words } = useTexts().candidates
  if (listing.state === 'cancelled')
    return <Banner tone="attention" text={words.interrupted} hint={words.incomplete} />
  if (listing.state !== 'failed') return null
  return <ExplainedBanner title={words.failed} error={listing.problem} note={words.incomplete} />
}

const EverybodysBlocks = ({ reasons }: { reasons: readonly EligibilityReason[] }) => {
  const { candidates, negativation } = useTexts()
  const blocks = reasons.filter(({ level }) => level === 'block')
  if (blocks.length === 0) return null
  const said = blocks.map(({ code, params }) => fill(negativation.eligibility[code], params))
  return <Banner tone="attention" text={candidates.listing.blocked} hint={said.join(' ')} />
}

/** What is to be known of every debt; it is accepted, or not, after the simulation. */
const EverybodysWarnings = ({ reasons }: { reasons: readonly EligibilityReason[] }) => {
  const { listing: words } = useTexts().candidates
  const warnings = reasons.filter(({ level }) => level === 'warn')
  if (warnings.length === 0) return null
  return (
    <details class="everybodys spread">
      <summary>{counted(warnings.length, words.warningOne, words.warnings)}</summary>
      <div class="everybodys-list">
        <ReasonLines reasons={warnings} none="" />
      </div>
    </details>
  )
}
