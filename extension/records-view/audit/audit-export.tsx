import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError, fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { AuditFilter } from './audit-filter.ts'
import { exportAudit } from './export-audit.ts'

type Stage =
  | { at: 'idle' }
  | { at: 'reading'; count: number }
  /** Null: there was nothing to save. */
  | { at: 'saved'; name: string | null }
  | { at: 'failed'; error: AppError }

/** The whole filter as a file, however many acts are on the screen. */
export const AuditExport = ({ filter }: { filter: AuditFilter }) => {
  const texts = useTexts()
  const { audit } = texts
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async () => {
    if (running.current) return
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setStage({ at: 'reading', count: 0 })
    const onProgress = (count: number) => {
      if (!signal.aborted) setStage({ at: 'reading', count })
    }
    try {
      const name = await exportAudit(filter, { texts, signal, onProgress })
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
  return (
    <>
      <Button disabled={stage.at === 'reading'} onPress={() => void run()}>
        {audit.export}
      </Button>
      {stage.at === 'reading' ? (
        <>
          <Progress text={fill(audit.exporting, { count: formatCount(stage.count) })} />
          <Button kind="quiet" onPress={cancel}>
            {audit.cancel}
          </Button>
        </>
      ) : null}
      {stage.at === 'saved' ? (
        <output>
          {stage.name === null ? (
            <StateLine tone="neutral" icon="info">
              {audit.exportNothing}
            </StateLine>
          ) : (
            <StateLine tone="good">{fill(audit.saved, { name: stage.name })}</StateLine>
          )}
        </output>
      ) : null}
      {stage.at === 'failed' ? <ExplainedBanner title={audit.exportFailed} error={stage.error} /> : null}
    </>
  )
}
