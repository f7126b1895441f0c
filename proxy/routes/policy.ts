import { readInclusionPolicy, saveInclusionPolicy } from '../policy/inclusion-policy.ts'
import { readPolicy, savePolicy } from '../policy/policy.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handlers.ts'

type PolicyHandlers = Pick<Handlers, 'policy' | 'policySave' | 'inclusionPolicy' | 'inclusionPolicySave'>

export const policyHandlers = (store: Store): PolicyHandlers => ({
  policy: () => readPolicy(store),
  policySave: (policy) => savePolicy(store, policy),
  inclusionPolicy: () => readInclusionPolicy(store),
  inclusionPolicySave: (policy) => saveInclusionPolicy(store, policy),
})
