import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyOperation } from './every-operation.ts'
import { rawRequest, statusOf } from './raw-request.ts'
import { testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

let service: TestService
let port: number
let close: () => Promise<void>

beforeAll(async () => {
  service = await testService()
  ;({ port, close } = await service.serve())
})
afterAll(() => close())

/** Other ways to write the same path, some of which a decoder or a resolver would take for it. */
const spellings = (path: string): string[] => {
  const last = path.lastIndexOf('/')
  return [
    path.toUpperCase(),
    `/${path}`,
    `${path}/`,
    `${path}//`,
    path.replace('/v1/', '/v1//'),
    path.replace('/v1/', '/v1/./'),
    path.replace('/v1/', '/v1/x/../'),
    path.replace('/v1/', '/v1/hello/../'),
    path.replace('/v1/', '/v1%2F'),
    path.replace('/v1/', '/v1/%2e%2e/v1/'),
    path.replace('/v1/', '/v1\\'),
    `${path.slice(0, last)}%2f${path.slice(last + 1)}`,
    path.replace('/v1', '/%76%31'),
    `${path};a=b`,
    `${path}%00`,
    `${path}%0a`,
    `${path}%3Fclient=console`,
    `${path}#/v1/hello`,
    `${path}?/../../v1/hello`,
    `${path}.json`,
    `/v1/hello/..${path}`,
    `/v1/pair/..%2f..${path}`,
  ]
}

describe('attack 15 · no spelling of a path skips a guard', () => {
  test.each(everyOperation)('$name', async ({ method, access, target }) => {
    const [path = ''] = target.path.split('?')
    for (const spelling of spellings(path)) {
      const answer = await rawRequest(
        port,
        `${method} ${spelling} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nX-Proxy-Api: 1\r\nContent-Length: ${method === 'POST' ? 2 : 0}\r\nConnection: close\r\n\r\n${method === 'POST' ? '{}' : ''}`,
      )
      expect([spelling, [400, 401, 404, 421].includes(statusOf(answer))]).toEqual([spelling, true])
    }
    expect([access, service.ran]).toEqual([access, []])
    expect(service.clients.list()).toEqual([])
  })
})
