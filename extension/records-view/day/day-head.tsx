import browser from 'webextension-polyfill'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { gapWords, removalLines, sweepLine } from './day-words.ts'
import { RestoreBanner } from './restore-banner.tsx'
import type { Day } from './use-day.ts'
import { useSweep } from './use-sweep.ts'

interface DayHeadProps {
  day: Day
  now: number
  /** Something was asked of the service: the page may look at once. */
  onAsked: () => void
}

/** The line that says whether names are being cleared as they should. */
export const DayHead = ({ day, now, onAsked }: DayHeadProps) => {
  const texts = useTexts()
  const { records } = texts
  const sweep = useSweep(day, onAsked)
  const { status } = day
  const swept = status && sweepLine(status, now, texts)
  return (
    <>
      <header class="row day-head">
        <h1>{records.title}</h1>
        <ServiceState day={day} />
        {status && swept ? (
          <>
            {removalLines(status, texts).map(({ tone, text }) => (
              <StateLine key={text} tone={tone} icon={tone === 'harm' ? 'warning' : 'clock'}>
                {text}
              </StateLine>
            ))}
            <span class="row spread">
              {sweep.isRunning ? (
                <Progress text={records.day.sweeping} />
              ) : (
                <StateLine tone={swept.tone}>{swept.text}</StateLine>
              )}
              <Button disabled={sweep.action.busy || sweep.isRunning} onPress={sweep.action.start}>
                {records.day.sweepNow}
              </Button>
            </span>
          </>
        ) : null}
      </header>
      <DayBanners day={day} now={now} />
      {status?.restore ? <RestoreBanner restore={status.restore} onAsked={onAsked} /> : null}
      <ErrorBanner error={sweep.action.error} />
    </>
  )
}

const ServiceState = ({ day }: { day: Day }) => {
  const { day: words } = useTexts().records
  if (day.error) return <StateLine tone="attention">{words.off}</StateLine>
  if (day.status) return <StateLine tone="good">{words.on}</StateLine>
  return <StateLine tone="neutral">{words.checking}</StateLine>
}

/** What went wrong with the whole: the service, its store, the reading of payments, a stop behind us. */
const DayBanners = ({ day: { status, error, link }, now }: { day: Day; now: number }) => {
  const texts = useTexts()
  const { records, errors } = texts
  const startedAt = link?.state === 'ready' ? link.status.startedAt : null
  const gap = status && gapWords(status, { startedAt, now }, texts)
  const readOnly = errors['store-read-only']
  return (
    <>
      <ErrorBanner error={error} note={status ? records.stale : undefined}>
        <Button onPress={() => void browser.runtime.openOptionsPage()}>{records.openOptions}</Button>
      </ErrorBanner>
      {status?.isReadOnly ? <Banner tone="harm" text={readOnly.text} hint={readOnly.hint} /> : null}
      {status?.sweepProblem ? (
        <ExplainedBanner
          title={records.day.sweepProblem}
          error={status.sweepProblem}
          note={records.day.sweepAgain}
        />
      ) : null}
      {gap ? <Banner tone={gap.isRead ? 'neutral' : 'attention'} text={gap.text} hint={gap.hint} /> : null}
    </>
  )
}
