import { useEffect, useRef, useState } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError, fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { ReportKind } from './export-report.ts'
import { exportReport } from './export-report.ts'

type Stage =
  | { at: 'idle' }
  | { at: 'reading' | 'writing'; done: number; total: number }
  | { at: 'saved'; name: string }
  | { at: 'failed'; error: AppError }

/** The report of a batch as a file, at any time after its confirmation. */
export const ReportActions = ({ batch, clock }: { batch: Batch; clock: Clock }) => {
  const texts = useTexts()
  const { report } = texts.batch
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (kind: ReportKind) => {
    if (running.current) return
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setStage({ at: 'reading', done: 0, total: batch.going.debts })
    try {
      const onProgress = (at: 'reading' | 'writing', done: number, total: number) => {
        if (!signal.aborted) setStage({ at, done, total })
      }
      const name = await exportReport(kind, { batch, texts, clock, signal, onProgress })
      setStage({ at: 'saved', name })
    } catch (thrown) {
      if (!signal.aborted) setStage({ at: 'failed', error: asAppError(thrown) })
    } finally {
      if (running.current === controller) running.current = null
    }
  }
  const cancel = () => {
    running.current?.abort()
    running.current = null
    setStage({ at: 'idle' })
  }
  const isWorking = stage.at === 'reading' || stage.at === 'writing'
  return (
    <div class="run-report">
      <div class="row">
        <Button disabled={isWorking} onPress={() => void run('csv')}>
          {report.csv}
        </Button>
        <Button disabled={isWorking} onPress={() => void run('pdf')}>
          {report.pdf}
        </Button>
        {isWorking ? (
          <>
            <Progress
              text={fill(report[stage.at], {
                done: formatCount(stage.done),
                total: formatCount(stage.total),
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
