import type { ErrorBody } from '../../shared/errors.ts'
import type { Store } from '../store/store.ts'
import type { SweepRecord } from '../store/records.ts'

export type Look = 'payments' | 'audit'

/** How far the regular looks at the ERPs have come, kept over restarts. */
export interface Marks {
  get(look: Look, erpId: string): Promise<SweepRecord>
  /** A complete one. `startedAt` ISO: what happened while it ran belongs to the next. */
  completed(look: Look, erpId: string, startedAt: string): Promise<void>
  /** The mark stays where it is. */
  failed(look: Look, erpId: string, problem: ErrorBody): Promise<void>
}

export const marksIn = (store: Store): Marks => {
  const get = async (look: Look, erpId: string): Promise<SweepRecord> => {
    const id = `${look}:${erpId}`
    const [kept] = await store.query('sweeps', { id })
    return kept ?? { id, completedAt: null, problem: null }
  }
  const put = (value: SweepRecord) => store.commit([{ collection: 'sweeps', id: value.id, value }])
  return {
    get,
    completed: async (look, erpId, startedAt) =>
      put({ ...(await get(look, erpId)), completedAt: startedAt, problem: null }),
    failed: async (look, erpId, problem) => put({ ...(await get(look, erpId)), problem }),
  }
}
