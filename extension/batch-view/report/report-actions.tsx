import type { Batch } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useExport } from '../../ui/use-export.ts'
import type { ReportKind } from './export-report.ts'
import { exportReport } from './export-report.ts'

interface Step {
  at: 'reading' | 'writing'
  done: number
  total: number
}

/** The report of a batch as a file, at any time after its confirmation. */
export const ReportActions = ({ batch, clock }: { batch: Batch; clock: Clock }) => {
  const texts = useTexts()
  const { report } = texts.batch
  const { stage, start, cancel } = useExport<Step, string>()
  const write = (kind: ReportKind) =>
    start({ at: 'reading', done: 0, total: batch.going.debts }, ({ signal, onProgress }) =>
      exportReport(kind, {
        batch,
        texts,
        clock,
        signal,
        onProgress: (at, done, total) => onProgress({ at, done, total }),
      }),
    )
  const isWorking = stage.at === 'working'
  return (
    <div class="run-report">
      <div class="row">
        <Button disabled={isWorking} onPress={() => write('csv')}>
          {report.csv}
        </Button>
        <Button disabled={isWorking} onPress={() => write('pdf')}>
          {report.pdf}
        </Button>
        {stage.at === 'working' ? (
          <>
            <Progress
              text={fill(report[stage.step.at], {
                done: formatCount(stage.step.done),
                total: formatCount(stage.step.total),
              })}
            />
            <Button kind="quiet" onPress={cancel}>
              {report.cancel}
            </Button>
          </>
        ) : null}
        {stage.at === 'saved' ? (
          <output>
            <StateLine tone="good">{fill(report.saved, { name: stage.name })}</StateLine>
          </output>
        ) : null}
      </div>
      {stage.at === 'failed' ? (
        <ExplainedBanner title={report.failed} error={stage.error} note={report.failedNote} />
      ) : null}
    </div>
  )
}
