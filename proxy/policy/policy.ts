import type { Policy, PolicyChange } from '../../shared/api.ts'
import { usualDraftDays, usualRecordMonths } from '../../shared/api-views.ts'
import type { Store } from '../store/store.ts'

const defaults: Policy = {
  repeatDays: 30,
  retentionDays: 180,
  recordMonths: usualRecordMonths,
  draftDays: usualDraftDays,
}

/** The rules in force; the defaults until an administrator has saved others. */
export const readPolicy = async (store: Store): Promise<Policy> => {
  const [saved] = await store.query('policies', { id: 'policy' })
  if (!saved) return defaults
  const { repeatDays, retentionDays, recordMonths, draftDays } = saved
  return {
    repeatDays,
    retentionDays,
    recordMonths: recordMonths ?? defaults.recordMonths,
    draftDays: draftDays ?? defaults.draftDays,
  }
}

/** Keeps the rules; what a change does not name stays as it was. @throws `store-write-failed` */
export const savePolicy = async (store: Store, change: PolicyChange): Promise<Policy> => {
  const known = await readPolicy(store)
  const policy: Policy = {
    repeatDays: change.repeatDays,
    retentionDays: change.retentionDays,
    recordMonths: change.recordMonths ?? known.recordMonths,
    draftDays: change.draftDays ?? known.draftDays,
  }
  await store.commit([{ collection: 'policies', id: 'policy', value: { id: 'policy', ...policy } }])
  return policy
}
