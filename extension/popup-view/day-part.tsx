import { useState } from 'preact/hooks'
import type { RemovalsStatus } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { call } from '../messaging/call.ts'
import { send } from '../messaging/send.ts'
import type { Line } from '../records-view/day/day-words.ts'
import { removalLines, sweepLine } from '../records-view/day/day-words.ts'
import { restoreLine } from '../records-view/day/restore-words.ts'
import { useRead } from '../ui/use-read.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { todayLine, yesterdayLine } from './tally-line.ts'

const taskLine = ({ openTasks }: RemovalsStatus, { day }: Texts['popup']): Line => {
  if (openTasks === 0) return { tone: 'good', text: day.taskNone }
  return { tone: 'attention', text: openTasks === 1 ? day.taskOne : fill(day.tasks, { count: openTasks }) }
}

const dayLines = (status: RemovalsStatus, now: number, texts: Texts): Line[] => [
  ...removalLines(status, texts).toReversed(),
  taskLine(status, texts.popup),
  sweepLine(status, now, texts),
  ...(status.sweepProblem ? [{ tone: 'attention' as const, text: texts.popup.day.problem }] : []),
  ...[restoreLine(status.restore, texts) ?? []].flat(),
  ...(status.isCopyFailing ? [{ tone: 'attention' as const, text: texts.popup.day.copyFailing }] : []),
  ...(status.isReadOnly ? [{ tone: 'harm' as const, text: texts.popup.day.readOnly }] : []),
]

const DayLine = ({ tone, text }: Line) => (
  <StateLine tone={tone} {...(tone === 'neutral' && { icon: 'clock' as const })}>
    {text}
  </StateLine>
)

/** What came of today in one line, of yesterday on a press. A service that cannot tell is no trouble: nothing is shown. */
const Tally = ({ tick }: { tick: number }) => {
  const { day } = useTexts().popup
  const { value } = useRead('day', tick, () => call('daySummary', {}))
  const [isBoth, setBoth] = useState(false)
  if (!value) return null
  return (
    <>
      <div class="row">
        <DayLine {...todayLine(value, day)} />
        <Button kind="quiet" expanded={isBoth} onPress={() => setBoth(!isBoth)}>
          {day.showYesterday}
        </Button>
      </div>
      {isBoth ? <DayLine {...yesterdayLine(value, day)} /> : null}
    </>
  )
}

/** How the clearing of names stands today, what is at risk first, and the way to the list. */
export const DayPart = ({ clock, tick }: { clock: Clock; tick: number }) => {
  const texts = useTexts()
  const { day } = texts.popup
  const { value, error } = useRead('removals', tick, () => call('removalsStatus', {}))
  const opening = useAction(async () => {
    await send('open-records', {})
    window.close()
  })
  return (
    <section class="day stack-tight" aria-label={day.title}>
      <ErrorBanner error={error ?? opening.error} />
      <Tally tick={tick} />
      {value ? (
        <ul class="stack-tight">
          {dayLines(value, clock(), texts).map(({ tone, text }) => (
            <li key={text}>
              <DayLine tone={tone} text={text} />
            </li>
          ))}
        </ul>
      ) : null}
      <Button disabled={opening.busy} onPress={opening.start}>
        {day.records}
      </Button>
    </section>
  )
}
