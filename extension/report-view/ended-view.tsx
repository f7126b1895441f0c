import { useMemo, useState } from 'preact/hooks'
import type { Query } from '../../shared/api.ts'
import { documentKind, formatDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import type { PdfHeader } from '../pdf/export-pdf.ts'
import { send } from '../messaging/send.ts'
import { cleanReport } from '../report/clean-report.ts'
import { ReportFrame } from '../report/report-frame.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ExplainedBanner } from '../ui/explained-banner.tsx'
import { formatDay, formatInstant } from '../../shared/business-time.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { omittedTexts } from './omitted-texts.ts'
import { ReportActions } from './report-actions.tsx'

interface EndedViewProps {
  query: Query
  html: string | null
  isKept: boolean
  /** True once, when the PDF is to be made without a further press. */
  claimPdf: () => Promise<boolean>
  onNew: () => void
}

/** How a query ended: its report, or why there is none. */
export const EndedView = ({ query, html, isKept, claimPdf, onNew }: EndedViewProps) => {
  const { report } = useTexts()
  if (query.state === 'done' && html !== null)
    return <Report query={query} html={html} isKept={isKept} claimPdf={claimPdf} />
  return (
    <section class="result stack">
      {query.state === 'done' ? (
        <Banner tone="neutral" text={report.answerGone} hint={report.answerGoneHint} />
      ) : (
        <ExplainedBanner
          title={query.state === 'uncertain' ? report.uncertain : report.failed}
          error={query.error}
        />
      )}
      <div class="row">
        <Button onPress={onNew}>{report.changeForm}</Button>
      </div>
      <QueryFacts query={query} />
    </section>
  )
}

const QueryFacts = ({ query }: { query: Query }) => {
  const { report } = useTexts()
  return (
    <p class="muted">
      {query.product.name} · {report.purposes[query.purpose]} · {query.operator} ·{' '}
      {formatInstant(query.startedAt)}
      {query.protocol ? ` · ${report.protocol} ${query.protocol}` : ''}
    </p>
  )
}

const headerOf = (query: Query): PdfHeader => ({
  document: formatDocument(query.document),
  documentKind: documentKind(query.document),
  product: query.product.name,
  protocol: query.protocol,
  at: formatInstant(query.endedAt ?? query.startedAt),
  operator: query.operator,
})

/** Opens the window in which a person looks at the customer's debts; nothing is registered from here. */
const proposeNegativation = async ({ document }: Query): Promise<void> => {
  await send('open-negativation', { document: formatDocument(document) })
}

interface ReportProps extends Omit<EndedViewProps, 'html' | 'onNew'> {
  html: string
}

const Report = ({ query, html, isKept, claimPdf }: ReportProps) => {
  const { report, pdf } = useTexts()
  const cleaned = useMemo(() => cleanReport(html, pdf), [html, pdf])
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const omitted = omittedTexts(cleaned.omitted, report)

  return (
    <section class="result result-report" aria-label={report.frame}>
      <div class="row notes">
        {query.environment === 'test' ? <span class="chip chip-test">{report.testBanner}</span> : null}
        {isKept ? <span class="chip">{fill(report.kept, { date: formatDay(query.startedAt) })}</span> : null}
        {omitted.map((text) => (
          <span key={text} class="chip">
            {text}
          </span>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard must reach what scrolls */}
      <div class="frame" tabIndex={0}>
        <ReportFrame html={cleaned.html} title={report.frame} onReady={setFrame} />
      </div>
      <ReportActions
        frame={frame}
        header={headerOf(query)}
        claimPdf={claimPdf}
        onNegativate={() => proposeNegativation(query)}
      />
    </section>
  )
}
