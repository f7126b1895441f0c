import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lane, Limit } from '../../proxy/guards/rate.ts'
import { scopes } from '../../shared/api.ts'
import { everyOperation, signedOperations } from './every-operation.ts'
import { lines, rawRequest, statusOf } from './raw-request.ts'
import type { SignedClient } from './signed-client.ts'
import { chromeOrigin, testService } from './test-service.ts'
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

describe('attack 15 · nor does a right signature without the scope', () => {
  const generous = { burst: 100_000, perSecond: 100_000 }
  const lanes = ['read', 'public', 'console', ...scopes] as const
  const limits = Object.fromEntries(lanes.map((lane) => [lane, generous])) as Record<Lane, Limit>
  let own: TestService
  let ownPort: number
  let stop: () => Promise<void>
  /** Of each operation but the public ones, somebody who may not do it. */
  let remover: SignedClient
  let asker: SignedClient

  beforeAll(async () => {
    own = await testService({ limits })
    ;({ port: ownPort, close: stop } = await own.serve())
    remover = await own.pair(chromeOrigin('a'), ['remove'])
    asker = await own.pair(chromeOrigin('b'), ['query'])
  })
  afterAll(() => stop())

  test.each(signedOperations)('$name', async ({ method, access, target }) => {
    const client = access === 'remove' ? asker : remover
    const body = method === 'POST' ? '{}' : ''
    const [path = ''] = target.path.split('?')
    const ask = async (spelling: string): Promise<[string, number]> => {
      const { headers } = client.prepare(method, spelling, body)
      const fields = headers.map(([name, value]) => `${name}: ${value}`)
      const length = `Content-Length: ${body.length}`
      const head = lines(`${method} ${spelling} HTTP/1.1`, ...fields, length)
      return [spelling, statusOf(await rawRequest(ownPort, head + body))]
    }
    expect(await ask(path)).toEqual([path, 403])
    const answers = await Promise.all(spellings(path).map(ask))
    expect(answers.filter(([, status]) => ![400, 403, 404, 421].includes(status))).toEqual([])
    expect(own.ran).toEqual([])
  })
})
