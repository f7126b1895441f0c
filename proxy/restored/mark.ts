import type { RestoreRecord } from '../store/restore-records.ts'
import type { Store } from '../store/store.ts'

type Reading = Pick<Store, 'query'>

/** The last restore of this installation; null when there was none. */
export const readRestore = async (store: Reading): Promise<RestoreRecord | null> =>
  (await store.query('restores', { id: 'restore' }))[0] ?? null

/** Whether a copy was put back and is not audited yet: then nothing is included, what may be there already least of all. */
export const isAuditing = async (store: Reading): Promise<boolean> => (await readRestore(store))?.end === null

/** Whether a record's removal waits for its own look-up. */
export const isHeldBack = async (store: Reading, negativationId: string): Promise<boolean> => {
  const [check] = await store.query('restoreChecks', { id: negativationId })
  return check?.isReleased === false && (await isAuditing(store))
}
