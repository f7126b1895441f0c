import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useExport } from '../../ui/use-export.ts'
import type { AuditFilter } from './audit-filter.ts'
import { exportAudit } from './export-audit.ts'

/** The whole filter as a file, however many acts are on the screen. */
export const AuditExport = ({ filter }: { filter: AuditFilter }) => {
  const texts = useTexts()
  const { audit } = texts
  const { stage, start, cancel } = useExport<number, string | null>()
  const write = () => start(0, (running) => exportAudit(filter, { texts, ...running }))
  return (
    <>
      <Button disabled={stage.at === 'working'} onPress={write}>
        {audit.export}
      </Button>
      {stage.at === 'working' ? (
        <>
          <Progress text={fill(audit.exporting, { count: formatCount(stage.step) })} />
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
