import type { QueryService } from '../queries/service.ts'
import type { Handlers } from './handlers.ts'

type QueriesHandlers = Pick<Handlers, 'queryStart' | 'query' | 'queryAnswer' | 'queryHistory'>

export const queriesHandlers = (service: QueryService): QueriesHandlers => ({
  queryStart: (input, { client }) => service.start(input, client),
  query: ({ id }) => service.get(id),
  queryAnswer: async ({ id }) => ({ html: await service.answer(id) }),
  queryHistory: async ({ document }) => ({ queries: await service.history(document) }),
})
