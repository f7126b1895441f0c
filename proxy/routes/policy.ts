import { readPolicy, savePolicy } from '../policy/policy.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handlers.ts'

export const policyHandlers = (store: Store): Pick<Handlers, 'policy' | 'policySave'> => ({
  policy: () => readPolicy(store),
  policySave: (policy) => savePolicy(store, policy),
})
