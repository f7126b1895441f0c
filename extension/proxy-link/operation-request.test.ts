import { expect, test } from 'vitest'
import { operationRequest } from './operation-request.ts'

test('ids fill the path and leave the body', () => {
  expect(operationRequest('credentialsTest', { id: 'i_1-A', pair: 'query' })).toEqual({
    method: 'POST',
    path: '/v1/integrations/i_1-A/test',
    body: '{"pair":"query"}',
  })
})

test('a POST without further input still has a JSON body', () => {
  expect(operationRequest('clientRevoke', { id: 'c1' })).toEqual({
    method: 'POST',
    path: '/v1/clients/c1/revoke',
    body: '{}',
  })
})

test('a GET has none', () => {
  expect(operationRequest('query', { id: 'q1' })).toEqual({
    method: 'GET',
    path: '/v1/queries/q1',
    body: null,
  })
})

test('an id cannot leave its segment', () => {
  expect(operationRequest('query', { id: '../clients?x=#' }).path).toBe('/v1/queries/..%2Fclients%3Fx%3D%23')
})
