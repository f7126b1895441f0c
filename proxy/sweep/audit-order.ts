import { liveStates } from '../../shared/api.ts'
import type { NegativationState } from '../../shared/api.ts'
import type { NegativationRecord } from '../store/records.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)

/** Whether so many milliseconds have passed; a time that lies ahead comes from a clock that was set back and counts as passed. */
export const hasPassed = (since: string | null, wait: number, now: number): boolean => {
  const age = since === null ? -1 : now - Date.parse(since)
  return age < 0 || age >= wait
}

/** The look that lies furthest back; null when one of the invoices was never looked at. */
export const oldestLook = ({ invoices }: NegativationRecord): string | null =>
  invoices.reduce<string | null>(
    (oldest, { checkedAt }) =>
      checkedAt === null || oldest === null || checkedAt < oldest ? checkedAt : oldest,
    invoices[0]?.checkedAt ?? null,
  )

/** Whether an audit reads the record: a live one, and one that has ended for so long as it is watched (case G42). */
export const isAudited = (record: NegativationRecord, watch: number, now: number): boolean => {
  if (live.has(record.state)) return true
  const hasEnded = record.state === 'removed' || record.state === 'not-included'
  return hasEnded && !hasPassed(record.changedAt, watch, now)
}

/** Nobody could say for so long whether it was paid, and no removal is under way. */
export const isUnchecked = (record: NegativationRecord, limit: number, now: number): boolean =>
  live.has(record.state) &&
  record.removal === null &&
  hasPassed(oldestLook(record) ?? record.createdAt, limit, now)
