import type { InclusionPolicy } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'

/** No statute sets a least age or amount; PEFIN takes from R$ 10.00 on and up to 4 years and 11 months. */
export const defaultInclusionPolicy: InclusionPolicy = {
  minDaysLate: 30,
  minCents: 10_00,
  maxMonths: 59,
  activeService: 'written',
  leaveOutFees: true,
  cancelledInvoices: 'remove',
  letterDays: 10,
  dailyLimit: 500,
  batchAtOnce: 4,
  batchPerMinute: 240,
  approvalPeople: 0,
  approvalCents: 0,
  isPaused: false,
}

/** The rules of inclusion in force; the defaults until an administrator has saved others. */
export const readInclusionPolicy = async (store: Store): Promise<InclusionPolicy> => {
  const [saved] = await store.query('inclusionPolicies', { id: 'inclusion' })
  if (!saved) return defaultInclusionPolicy
  const { id: _id, ...policy } = saved
  return { ...defaultInclusionPolicy, ...policy }
}

/** Keeps the rules; their floors stand in the schema of the API. @throws `store-write-failed` */
export const saveInclusionPolicy = async (
  store: Store,
  policy: InclusionPolicy,
): Promise<InclusionPolicy> => {
  await store.commit([
    { collection: 'inclusionPolicies', id: 'inclusion', value: { id: 'inclusion', ...policy } },
  ])
  return policy
}
