import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Integration } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { parseDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Progress } from '../ui/progress.tsx'
import { tabEnd } from '../ui/tab-end.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { readyIntegrations } from './query-choices.ts'
import { QueryForm } from './query-form.tsx'
import { QueryHistory } from './query-history.tsx'
import type { QueryRun } from './query-run.ts'
import { isBusy } from './query-run.ts'
import { RunView } from './run-view.tsx'
import type { OpenDraft } from './use-draft.ts'
import { claimPdf, useDraft } from './use-draft.ts'
import { useHistory } from './use-history.ts'
import { useQueryRun } from './use-query-run.ts'

const openOptions = () => void browser.runtime.openOptionsPage()

/** The credit query of one tab. */
export const ReportPage = ({ clock = Date.now }: { clock?: Clock }) => {
  const { report } = useTexts()
  const open = useDraft()
  const [integrations, setIntegrations] = useState<Integration[] | null>(null)
  const reading = useAction(async () => {
    setIntegrations((await call('integrations', {})).integrations)
  })
  useEffect(() => {
    reading.start()
    // Read once; `reading` is new on each render
  }, [])

  return (
    <main class="report">
      {!open || (!integrations && !reading.error) ? (
        <div class="report-center">
          <Progress text={report.loading} />
        </div>
      ) : null}
      {reading.error ? (
        <div class="report-center">
          <ErrorBanner error={reading.error}>
            <Button kind="primary" disabled={reading.busy} onPress={reading.start}>
              {report.tryAgain}
            </Button>
            <Button onPress={openOptions}>{report.openOptions}</Button>
          </ErrorBanner>
        </div>
      ) : null}
      {open && integrations && readyIntegrations(integrations).length === 0 ? (
        <div class="report-center">
          <Banner tone="attention" text={report.noIntegration} hint={report.noIntegrationHint}>
            <Button kind="primary" onPress={openOptions}>
              {report.openOptions}
            </Button>
          </Banner>
        </div>
      ) : null}
      {open && integrations && readyIntegrations(integrations).length > 0 ? (
        <Desk open={open} integrations={integrations} clock={clock} />
      ) : null}
    </main>
  )
}

interface DeskProps {
  open: OpenDraft
  integrations: readonly Integration[]
  clock: Clock
}

/** The form on top, the answer below, the history beside it. */
const Desk = ({ open, integrations, clock }: DeskProps) => {
  const { report } = useTexts()
  const runner = useQueryRun(open.id, open.draft, clock)
  const { run } = runner
  const [typed, setTyped] = useState(() => parseDocument(open.draft.document ?? ''))
  const document = queryOf(run)?.document ?? typed
  const history = useHistory(document, run.at === 'ended' ? run.query.id : '')

  useEffect(() => {
    window.document.title = document ? fill(report.tab, { document: tabEnd(document) }) : report.title
  }, [document, report])

  return (
    <>
      <QueryForm
        draft={open.draft}
        integrations={integrations}
        disabled={isBusy(run)}
        shown={queryOf(run)?.document ?? null}
        onDocument={(chosen) => {
          if (!isBusy(run)) runner.reset()
          setTyped(chosen)
        }}
        onStart={runner.start}
      />
      <div class="report-body">
        <RunView
          runner={runner}
          clock={clock}
          claimPdf={(queryId) => claimPdf(open.id, queryId)}
          onOptions={openOptions}
        />
        {document ? (
          <QueryHistory
            history={history}
            shownId={queryOf(run)?.id ?? null}
            onOpen={(query) => {
              runner.open(query.id, true)
            }}
          />
        ) : null}
      </div>
    </>
  )
}

/** The query that the tab shows or follows, if the service has told one. */
const queryOf = (run: QueryRun) =>
  run.at === 'running' || run.at === 'ended' || run.at === 'unread' ? run.query : undefined
