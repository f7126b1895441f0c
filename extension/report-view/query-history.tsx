import type { Query } from '../../shared/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { formatDay } from '../../shared/business-time.ts'
import { Progress } from '../ui/progress.tsx'
import type { Tone } from '../ui/state-line.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { History } from './use-history.ts'

const tones: Record<Query['state'], Tone> = {
  running: 'neutral',
  done: 'good',
  failed: 'neutral',
  uncertain: 'attention',
}

interface QueryHistoryProps {
  history: History
  shownId: string | null
  onOpen: (query: Query) => void
}

/** The earlier queries of this document, newest first; each opens what is kept of it. */
export const QueryHistory = ({ history, shownId, onOpen }: QueryHistoryProps) => {
  const { report } = useTexts()
  return (
    <aside class="history stack-tight" aria-label={report.history}>
      <h2>{report.history}</h2>
      {history.queries === null && !history.error ? <Progress text={report.historyLoading} /> : null}
      <ErrorBanner error={history.error}>
        <Button onPress={history.readAgain}>{report.tryAgain}</Button>
      </ErrorBanner>
      {history.queries?.length === 0 ? <p class="muted">{report.historyEmpty}</p> : null}
      <ul>
        {history.queries?.map((query) => (
          <li key={query.id}>
            <button
              type="button"
              class="history-row"
              aria-current={query.id === shownId ? 'true' : undefined}
              onClick={() => {
                onOpen(query)
              }}
            >
              <span>
                {formatDay(query.startedAt)} · {query.product.name}
              </span>
              <span class="muted">
                {query.operator} · {report.purposes[query.purpose]}
              </span>
              <StateLine
                tone={tones[query.state]}
                {...(query.state === 'failed' && { icon: 'cross' as const })}
              >
                {query.summary ?? report.states[query.state]}
              </StateLine>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}
