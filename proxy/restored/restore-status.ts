import type { RestoreStatus } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'
import { readRestore } from './mark.ts'

/** So long the end of an audit is told, so that nobody misses it over a weekend. */
const toldFor = 7 * 24 * 60 * 60_000

/** How the audit of a restored copy stands; null when there is none to tell of. `now` in Unix milliseconds. */
export const restoreStatusOf = async (
  store: Pick<Store, 'query'>,
  now: number,
): Promise<RestoreStatus | null> => {
  const restore = await readRestore(store)
  if (!restore) return null
  const { restoredAt, reachesTo, total, adopted, gone, unaudited, problem, end } = restore
  if (end && Math.abs(now - Date.parse(end.at)) > toldFor) return null
  const left = end ? 0 : (await store.query('restoreChecks')).length
  return { restoredAt, reachesTo, total, checked: total - left, adopted, gone, unaudited, problem, end }
}
