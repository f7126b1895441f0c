import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../proxy/guards/rate.ts'
import { everyOperation } from './every-operation.ts'
import { lines, rawRequest, statusOf } from './raw-request.ts'
import { chromeOrigin, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

let service: TestService
let port: number
let close: () => Promise<void>

beforeAll(async () => {
  // After every attack the process is asked whether it lives: more often than a stranger may ask.
  service = await testService({ limits: { ...limits, public: { burst: 1000, perSecond: 1000 } } })
  ;({ port, close } = await service.serve())
})
afterAll(() => close())

const own = () => `127.0.0.1:${port}`

/** The status of an answer which holds nothing of the service, was counted, ran nothing and left the process alive. */
const refusal = async (text: string): Promise<number> => {
  const before = service.refusals.total()
  const answer = await rawRequest(port, text)
  expect(answer).not.toContain('"service"')
  expect(service.ran).toEqual([])
  expect(service.refusals.total()).toBeGreaterThan(before)
  const alive = await rawRequest(port, lines('GET /v1/hello HTTP/1.1', `Host: ${own()}`))
  expect(statusOf(alive)).toBe(200)
  return statusOf(answer)
}

const hello = (...fields: string[]) => refusal(lines('GET /v1/hello HTTP/1.1', ...fields))

describe('attack 1 · a rebound name', () => {
  test.each(everyOperation)('$name', async ({ method, target }) => {
    const fields = [`Host: evil.com:${port}`, `Origin: http://evil.com:${port}`, 'Content-Length: 0']
    expect(await refusal(lines(`${method} ${target.path} HTTP/1.1`, ...fields))).toBe(421)
  })
})

describe('attack 2 · other spellings of this machine', () => {
  test.each([
    'localhost:PORT',
    '127.1:PORT',
    '2130706433:PORT',
    '0x7f000001:PORT',
    '[::1]:PORT',
    '0.0.0.0:PORT',
    '127.0.0.1.evil.com:PORT',
    '127.0.0.1',
    '127.0.0.1.:PORT',
    '127.0.0.1:PORT.',
    '127.0.0.1:0PORT',
    '127.0.0.1:80',
  ])('%s', async (host) => {
    expect(await hello(`Host: ${host.replace('PORT', String(port))}`)).toBe(421)
  })
})

describe('attack 3 · a Host that says two things', () => {
  test('two Host headers', async () => {
    expect(await hello(`Host: ${own()}`, 'Host: evil.com')).toBe(421)
    expect(await hello('Host: evil.com', `Host: ${own()}`)).toBe(421)
    expect(await hello(`Host: ${own()}`, `Host: ${own()}`)).toBe(421)
  })

  test('no Host', async () => {
    expect(await refusal(lines('GET /v1/hello HTTP/1.0'))).toBe(421)
    expect(await hello()).toBe(421)
    expect(await hello('Host:')).toBe(421)
  })

  test('a user in it', async () => {
    expect(await hello(`Host: evil.com@${own()}`)).toBe(421)
  })

  test('an absolute target for another host, and for this one', async () => {
    const absolute = (target: string) => refusal(lines(`GET ${target} HTTP/1.1`, `Host: ${own()}`))
    expect(await absolute('http://evil.com/v1/hello')).toBe(421)
    expect(await absolute(`http://evil@${own()}/v1/hello`)).toBe(421)
    expect(await absolute(`http://${own()}/v1/hello`)).toBe(404)
  })

  test('the right address alone is not enough to be believed', async () => {
    const fields = [`Host: ${own()}`, `Origin: ${chromeOrigin('a')}`]
    const answer = await rawRequest(port, lines('GET /v1/status HTTP/1.1', ...fields))
    expect(statusOf(answer)).toBe(403)
  })
})
