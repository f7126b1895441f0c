import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { ExplainedBanner } from '../ui/explained-banner.tsx'
import { Progress } from '../ui/progress.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useElapsedSeconds } from '../ui/use-elapsed-seconds.ts'
import { EndedView } from './ended-view.tsx'
import type { QueryRun } from './query-run.ts'
import { RepeatedBanner } from './repeated-banner.tsx'
import type { QueryRunner } from './use-query-run.ts'

interface RunViewProps {
  runner: QueryRunner
  clock: Clock
  /** True once, for the query whose PDF the tab was opened to make. */
  claimPdf: (queryId: string) => Promise<boolean>
  onOptions: () => void
}

/** What the tab shows of its query, state by state. */
export const RunView = ({ runner, clock, claimPdf, onOptions }: RunViewProps) => {
  const { report } = useTexts()
  const { run } = runner
  switch (run.at) {
    case 'form':
      return (
        <section class="result result-empty">
          <p>{report.empty}</p>
          <p class="muted">{report.emptyHint}</p>
        </section>
      )
    case 'starting':
      return (
        <Waiting text={run.attempt > 1 ? report.checking : report.starting} since={run.since} clock={clock} />
      )
    case 'attaching':
      return <Waiting text={report.attaching} since={run.since} clock={clock} />
    case 'running':
      return <Running run={run} clock={clock} />
    case 'repeated':
      return (
        <section class="result stack">
          <RepeatedBanner
            earlier={run.earlier}
            clock={clock}
            onOpen={() => {
              runner.open(run.earlier.id, true)
            }}
            onAgain={() => {
              runner.start({ ...run.input, key: crypto.randomUUID(), repeat: true })
            }}
          />
        </section>
      )
    case 'ended':
      return (
        <EndedView
          key={run.query.id}
          query={run.query}
          html={run.html}
          isKept={run.kept}
          claimPdf={() => claimPdf(run.query.id)}
          onNew={runner.reset}
        />
      )
    case 'unread':
      return (
        <section class="result stack">
          <ExplainedBanner title={report.unread} error={run.error}>
            <Button
              kind="primary"
              onPress={() => {
                runner.open(run.query.id, true)
              }}
            >
              {report.tryAgain}
            </Button>
          </ExplainedBanner>
        </section>
      )
    case 'refused':
      return (
        <section class="result stack">
          <ErrorBanner error={run.error}>
            <Button onPress={runner.reset}>{report.changeForm}</Button>
            <Button onPress={onOptions}>{report.openOptions}</Button>
          </ErrorBanner>
        </section>
      )
    case 'unknown':
      return (
        <section class="result stack">
          <Banner tone="attention" text={report.unknownStart} hint={report.unknownStartHint} live>
            <Button
              kind="primary"
              onPress={() => {
                runner.start(run.input)
              }}
            >
              {report.verify}
            </Button>
          </Banner>
          {run.error ? <ErrorBanner error={run.error} /> : null}
        </section>
      )
  }
}

interface WaitingProps {
  text: string
  hint?: string
  since: number
  clock: Clock
}

const Waiting = ({ text, hint, since, clock }: WaitingProps) => {
  const seconds = useElapsedSeconds(since, clock)
  return (
    <section class="result result-empty">
      <Progress text={fill(text, { seconds })} />
      {hint ? <p class="muted">{hint}</p> : null}
    </section>
  )
}

const Running = ({ run, clock }: { run: QueryRun & { at: 'running' }; clock: Clock }) => {
  const { report } = useTexts()
  if (run.lost !== null) return <Waiting text={report.reconnecting} since={run.lost} clock={clock} />
  const since = Date.parse(run.query.startedAt)
  return <Waiting text={report.running} hint={report.runningHint} since={since} clock={clock} />
}
