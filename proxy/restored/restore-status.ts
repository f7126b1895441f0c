import type { RestoreStatus } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'
import { readRestore } from './mark.ts'

/** How the audit of a restored copy stands; null when there is none, or a person took note of its end. */
export const restoreStatusOf = async (store: Pick<Store, 'query'>): Promise<RestoreStatus | null> => {
  const restore = await readRestore(store)
  if (!restore || (restore.end && restore.seen)) return null
  const { restoredAt, reachesTo, total, adopted, gone, unaudited, problem, end } = restore
  const left = end ? 0 : (await store.query('restoreChecks')).length
  return { restoredAt, reachesTo, total, checked: total - left, adopted, gone, unaudited, problem, end }
}
