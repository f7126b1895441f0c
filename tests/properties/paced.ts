import type { Pace } from '../../proxy/negativation/pace.ts'

export const minute = 60_000
export const hour = 60 * minute

/** The relations of the usual pace on a shorter scale, so that a whole life of a record takes a day and not months. */
export const paced: Pace = {
  tick: minute,
  sweep: 10 * minute,
  sweepJitter: minute,
  audit: 2 * hour,
  lookUnknown: 5 * minute,
  lookSent: hour,
  lookActive: 2 * hour,
  lookVerifying: 10 * minute,
  lookRemoved: 2 * hour,
  spacing: 10 * minute,
  settle: hour,
  lag: 3 * hour,
  retryFirst: 5000,
  retryLongest: 15 * minute,
  probe: 30 * 1000,
  watch: 48 * hour,
  confirmation: 15 * minute,
}
