import { useEffect } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import type { PdfHeader } from '../pdf/export-pdf.ts'
import { printReport } from '../report/print-report.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { ExplainedBanner } from '../ui/explained-banner.tsx'
import { Progress } from '../ui/progress.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import type { PdfState } from './use-pdf-export.ts'
import { usePdfExport } from './use-pdf-export.ts'

interface ReportActionsProps {
  /** Null until the report is laid out in it. */
  frame: HTMLIFrameElement | null
  header: PdfHeader
  /** True once, when the PDF is to be made without a further press. */
  claimPdf: () => Promise<boolean>
  onNegativate: () => Promise<void>
}

/** What can be done with a report: PDF, print, protocol; and why not Excel (case G19). */
export const ReportActions = ({ frame, header, claimPdf, onNegativate }: ReportActionsProps) => {
  const { report, pdf: pdfWords } = useTexts()
  const pdf = usePdfExport(header)
  const printing = useAction(async () => {
    if (frame) await printReport(frame, header, pdfWords)
  })
  const opening = useAction(onNegativate)
  useEffect(() => {
    let isShown = true
    const begin = async () => {
      if (frame && (await claimPdf()) && isShown) pdf.start(frame)
    }
    void begin()
    return () => {
      isShown = false
    }
    // Once per layout; the rest is new on each render
  }, [frame])
  const isWorking = pdf.state.at === 'working'

  return (
    <footer class="report-actions">
      {pdf.state.at === 'printed' ? (
        <ExplainedBanner title={report.printOffer} error={pdf.state.error} />
      ) : null}
      <div class="row">
        <Button
          kind="primary"
          disabled={!frame || isWorking}
          onPress={() => {
            if (frame) pdf.start(frame)
          }}
        >
          {report.exportPdf}
        </Button>
        <Button disabled={!frame || printing.busy} onPress={printing.start}>
          {report.print}
        </Button>
        <Button disabled={opening.busy} onPress={opening.start}>
          {report.negativate}
        </Button>
        {isWorking ? <Button onPress={pdf.cancel}>{report.cancel}</Button> : null}
        <PdfProgress state={pdf.state} />
        <span class="spread">
          {header.protocol ? `${report.protocol} ${header.protocol}` : report.noProtocol} · {header.at}
        </span>
        {header.protocol ? (
          <CopyButton text={header.protocol} label={report.copyProtocol} done={report.copied} />
        ) : null}
      </div>
      <ErrorBanner error={opening.error} />
      <p class="muted">{report.noExcel}</p>
    </footer>
  )
}

const PdfProgress = ({ state }: { state: PdfState }) => {
  const { report } = useTexts()
  if (state.at === 'working')
    return <Progress text={state.total > 0 ? fill(report.exporting, { ...state }) : report.exportStarting} />
  if (state.at === 'saved')
    return (
      <output>
        <StateLine tone="good">{report.exported}</StateLine>
      </output>
    )
  return null
}
