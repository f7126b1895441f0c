import { dateAt } from '../../shared/business-time.ts'
import { daysBetween } from '../../shared/calendar.ts'
import type { QueryRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'

/**
 * Erases the answers that are older than the policy's days; the row of the query stays, for it says who asked what and when.
 * The row and its answer go in one commit.
 */
export const eraseOldAnswers = async (store: Store, now: number, retentionDays: number): Promise<void> => {
  const isOld = ({ endedAt, startedAt }: QueryRecord): boolean =>
    daysBetween(dateAt(endedAt ?? startedAt), dateAt(now)) > retentionDays
  const old = (await store.query('queries', { hasAnswer: true })).filter(isOld)
  await store.commit(
    old.flatMap((query): Change[] => [
      { collection: 'answers', id: query.id, value: null },
      { collection: 'queries', id: query.id, value: { ...query, hasAnswer: false } },
    ]),
  )
}
