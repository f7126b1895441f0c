import type { Query } from '../../../shared/api.ts'
import { dateAt } from '../../../shared/business-time.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Document } from '../../../shared/document.ts'
import type { LastReport } from './panel-status.ts'

/** Opening the same record again within this time asks nothing; milliseconds. */
const freshFor = 60_000
/** So many documents are remembered; an operator opens one customer after the other. */
const remembered = 100

/** The newest query that was answered and whose answer is still kept; null when there is none. */
export const newestAnswered = (queries: readonly Query[]): LastReport | null => {
  const answered = queries
    .filter(({ state, hasAnswer }) => state === 'done' && hasAnswer)
    .toSorted((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt))
  const [newest] = answered
  return newest ? { queryId: newest.id, date: dateAt(newest.startedAt) } : null
}

interface LastReportsParts {
  /** The queries about a document. */
  history: (document: Document) => Promise<readonly Query[]>
  clock: Clock
}

/** The last report about a document, asked at most once a minute for each. Null when it could not be read, which harms nothing else. */
export const lastReports = ({ history, clock }: LastReportsParts) => {
  const known = new Map<Document, { at: number; report: Promise<LastReport | null> }>()

  return (document: Document): Promise<LastReport | null> => {
    const last = known.get(document)
    // A clock that was set back must not keep an old answer for hours.
    if (last && Math.abs(clock() - last.at) < freshFor) return last.report
    const report = history(document)
      .then(newestAnswered)
      .catch((): null => {
        known.delete(document)
        return null
      })
    known.delete(document)
    known.set(document, { at: clock(), report })
    if (known.size > remembered) known.delete(known.keys().next().value!)
    return report
  }
}
