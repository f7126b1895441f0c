import { formatDay } from '../../shared/business-time.ts'
import { AppError } from '../../shared/errors.ts'
import type { NegativationState } from '../../shared/api.ts'
import { isOver } from '../negativation/look-schedule.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Held } from './held.ts'

const registered: ReadonlySet<NegativationState> = new Set(['sent', 'active'])
const underWay: ReadonlySet<NegativationState> = new Set([
  'sending',
  'unknown',
  'removal-requested',
  'removing',
  'verifying',
])

interface Times {
  now: number
  /** Milliseconds for which an ended record is still looked up at the bureau. */
  watch: number
}

/** The last moment at which the bureau is asked whether an ended record stands there again; 0 when none is asked. */
const watchedUntil = (records: readonly NegativationRecord[], { now, watch }: Times): number =>
  Math.max(
    0,
    ...records
      .filter(({ state }) => isOver(state))
      .map(({ changedAt }) => Date.parse(changedAt) + watch)
      .filter((until) => until >= now),
  )

/**
 * Why nothing about a person may be erased now, the weightiest first; empty when it may. While a debt is registered, or may be, its
 * record is what clears the name in time (Súmula 548): erasing it would leave the name at the bureau for good.
 */
export const obstaclesTo = ({ records, tasks, queries, items }: Held, times: Times): AppError[] => {
  const has = (states: ReadonlySet<NegativationState>): boolean =>
    records.some(({ state }) => states.has(state))
  const until = watchedUntil(records, times)
  return [
    ...(has(registered) ? [new AppError('person-registered')] : []),
    ...(has(underWay) ? [new AppError('person-under-way')] : []),
    ...(until > 0 ? [new AppError('person-watched', { params: { until: formatDay(until) } })] : []),
    ...(tasks.some(({ isOpen }) => isOpen) ? [new AppError('person-task-open')] : []),
    ...(queries.some(({ state }) => state === 'running') ? [new AppError('person-query-running')] : []),
    ...(items.some(({ batch }) => batch.endedAt === null) ? [new AppError('person-in-batch')] : []),
  ]
}
