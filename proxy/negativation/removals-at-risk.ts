import type { NegativationState } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'
import { alarmOf } from './alarm.ts'

const underWay = [
  'removal-requested',
  'removing',
  'verifying',
] as const satisfies readonly NegativationState[]

/** How many names are being cleared, and for how many of them time runs short. `now` in Unix milliseconds. */
export const removalsAtRisk = async (
  store: Pick<Store, 'query'>,
  now: number,
): Promise<{ atRisk: number; pending: number }> => {
  const records = (await Promise.all(underWay.map((state) => store.query('negativations', { state })))).flat()
  return {
    pending: records.length,
    atRisk: records.filter((record) => alarmOf(record, now) !== 'none').length,
  }
}
