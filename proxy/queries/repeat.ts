import { dateAt } from '../../shared/business-time.ts'
import { daysBetween } from '../../shared/calendar.ts'
import type { Environment } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import type { QueryRecord } from '../store/records.ts'

interface Asked {
  document: Document
  product: string
  environment: Environment
}

export interface Earlier {
  query: QueryRecord
  /** Days of the calendar in Brazil since then; 0 is today. */
  days: number
}

/**
 * The newest query that paying again would repeat: same document and product, same environment (case G56), not more than
 * `repeatDays` days of the calendar ago; 0 turns the warning off. A query that failed cost nothing and does not count; an uncertain
 * or running one may cost and does.
 */
export const earlierQuery = (
  history: readonly QueryRecord[],
  asked: Asked,
  now: number,
  repeatDays: number,
): Earlier | null => {
  if (repeatDays === 0) return null
  const newest = history
    .filter(
      ({ document, product, environment, state }) =>
        document === asked.document &&
        product.code === asked.product &&
        environment === asked.environment &&
        state !== 'failed',
    )
    .reduce<QueryRecord | null>((best, each) => (best && best.startedAt > each.startedAt ? best : each), null)
  if (!newest) return null
  const days = daysBetween(dateAt(newest.startedAt), dateAt(now))
  return days <= repeatDays ? { query: newest, days: Math.max(0, days) } : null
}
