import type { OperationName } from '../../../shared/api.ts'
import type { Handlers } from '../../messaging/router.ts'

/** What may change the numbers on the toolbar button. */
const acts: ReadonlySet<OperationName> = new Set([
  'negativationConfirm',
  'removalRequest',
  'taskResolve',
  'sweepNow',
  'restoreEnd',
])

/** Lets something follow an act that the service took; the answer does not wait for it. */
export const afterActs =
  (call: Handlers['call'], follow: () => void): Handlers['call'] =>
  async (message, caller) => {
    const answer = await call(message, caller)
    if (acts.has(message.operation)) follow()
    return answer
  }
