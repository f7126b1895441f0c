import type { BatchCaller, BatchService } from '../batch/service.ts'
import { personAct } from '../negativation/person-act.ts'
import { actorOf } from './actor.ts'
import type { Caller, Handlers } from './handlers.ts'

type BatchesHandlers = Pick<
  Handlers,
  | 'batchDraft'
  | 'batches'
  | 'batch'
  | 'batchSimulation'
  | 'batchItems'
  | 'batchConfirm'
  | 'batchApprove'
  | 'batchPause'
  | 'batchResume'
  | 'batchCancel'
>

const callerOf = (caller: Caller): BatchCaller => ({
  actor: actorOf(caller),
  clientId: caller.client?.id ?? null,
  mayInclude: caller.client?.scopes.includes('include') ?? false,
})

/** The act, and the browser in which it was done: whoever confirmed a batch may not approve it. @throws `scope-refused` */
const actOf = (caller: Caller) => ({ act: personAct(caller), clientId: caller.client?.id ?? '' })

/** Turns the requests that let a batch leave into a person's act: confirming, approving and going on. */
export const batchesHandlers = (service: BatchService): BatchesHandlers => ({
  batchDraft: (input, caller) => service.draft(input, callerOf(caller)),
  batches: async (_, caller) => ({ batches: await service.list(callerOf(caller)) }),
  batch: ({ id }, caller) => service.get(id, callerOf(caller)),
  batchSimulation: (input) => service.simulation(input),
  batchItems: (input) => service.items(input),
  batchConfirm: (input, caller) => service.confirm(actOf(caller), input, callerOf(caller)),
  batchApprove: (input, caller) => service.approve(actOf(caller), input, callerOf(caller)),
  batchPause: ({ id }, caller) => service.pause(id, callerOf(caller)),
  batchResume: ({ id }, caller) => service.resume(personAct(caller), id, callerOf(caller)),
  batchCancel: ({ id }, caller) => service.cancel(id, callerOf(caller)),
})
