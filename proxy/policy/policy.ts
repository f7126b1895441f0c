import type { Policy } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'

const defaults: Policy = { repeatDays: 30, retentionDays: 180 }

/** The rules in force; the defaults until an administrator has saved others. */
export const readPolicy = async (store: Store): Promise<Policy> => {
  const [saved] = await store.query('policies', { id: 'policy' })
  return saved ? { repeatDays: saved.repeatDays, retentionDays: saved.retentionDays } : defaults
}

export const savePolicy = async (store: Store, policy: Policy): Promise<Policy> => {
  await store.commit([{ collection: 'policies', id: 'policy', value: { id: 'policy', ...policy } }])
  return policy
}
