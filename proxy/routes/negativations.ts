import type { OperationOutput, OperationParsed } from '../../shared/api.ts'
import { personAct } from '../negativation/person-act.ts'
import type { NegativationService } from '../negativation/service.ts'
import { actorOf } from './actor.ts'
import type { Handlers } from './handlers.ts'

type NegativationsHandlers = Pick<
  Handlers,
  | 'customerStatus'
  | 'customerOverview'
  | 'customerSearch'
  | 'negativationDraft'
  | 'negativationConfirm'
  | 'negativationCancel'
  | 'negativations'
  | 'negativation'
>

/** The reads that concern customers and not records. */
export interface CustomerReads {
  overview(input: OperationParsed<'customerOverview'>): Promise<OperationOutput<'customerOverview'>>
  search(input: OperationParsed<'customerSearch'>): Promise<OperationOutput<'customerSearch'>>
}

/** The only place that turns a request into a person's act. */
export const negativationsHandlers = (
  service: NegativationService,
  customers: CustomerReads,
): NegativationsHandlers => ({
  customerStatus: async (input, { client }) => ({
    ...(await service.customerStatus(input)),
    mayInclude: client?.scopes.includes('include') ?? false,
  }),
  customerOverview: (input) => customers.overview(input),
  customerSearch: (input) => customers.search(input),
  negativationDraft: (input, caller) => service.draft(input, actorOf(caller)),
  negativationConfirm: (input, caller) => service.confirm(personAct(caller), input),
  negativationCancel: ({ id }, caller) => service.cancel(id, actorOf(caller)),
  negativations: (input) => service.list(input),
  negativation: ({ id }) => service.detail(id),
})
