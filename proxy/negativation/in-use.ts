import { liveStates } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'

const live: ReadonlySet<string> = new Set(liveStates)

/** Throws `code` while a record that stands, or may stand, at the bureau needs what is to be removed: it could never be cleared. */
export const refuseWhileInUse = async (
  store: Store,
  match: Partial<NegativationRecord>,
  code: 'erp-in-use' | 'integration-in-use',
): Promise<void> => {
  const records = await store.query('negativations', match)
  const count = records.filter(({ state }) => live.has(state)).length
  if (count > 0) throw new AppError(code, { params: { count } })
}
