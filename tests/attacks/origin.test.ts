import { beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../shared/api.ts'
import { everyOperation, signedOperations } from './every-operation.ts'
import { chromeOrigin, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

const own = chromeOrigin('a')
const other = chromeOrigin('b')
const firefox = 'moz-extension://1b2c3d4e-0000-4000-8000-0123456789ab'

let service: TestService
let client: Awaited<ReturnType<TestService['pair']>>

beforeAll(async () => {
  service = await testService()
  client = await service.pair(own, ['query', 'include', 'remove', 'admin'])
})

const plain = (method: string, path: string, headers: Record<string, string>, body?: string) =>
  service.app.request(`http://127.0.0.1:41417${path}`, {
    method,
    headers: { host: '127.0.0.1:41417', 'content-type': 'application/json', 'x-proxy-api': '1', ...headers },
    ...(body !== undefined && { body }),
  })

const corsHeaders = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'))

describe('attack 6 · preflight', () => {
  test.each(everyOperation)('$name', async ({ method, target }) => {
    for (const origin of ['https://empresa.hubsoft.com.br', 'null', own, firefox, undefined]) {
      const response = await plain('OPTIONS', target.path, {
        ...(origin && { origin }),
        'access-control-request-method': method,
        'access-control-request-private-network': 'true',
      })
      expect(response.status).toBe(403)
      expect(corsHeaders(response)).toEqual([])
    }
  })

  test.each(everyOperation)(
    'no answer of $name carries a CORS header',
    async ({ name, method, target, sample }) => {
      const answers = [
        await plain(method, target.path, {}, target.body || undefined),
        await plain(method, target.path, { origin: 'https://evil.example' }, target.body || undefined),
        await client.ask(name, sample),
      ]
      for (const answer of answers) expect(corsHeaders(answer)).toEqual([])
    },
  )

  test('a path that is no operation, and every other refusal', async () => {
    const origin = { origin: 'https://evil.example' }
    const type = { 'content-type': 'text/plain' }
    const large = 'x'.repeat(64 * 1024 + 1)
    const refusals: [number, Response][] = [
      [403, await plain('OPTIONS', '/v1/nothing', origin)],
      [403, await plain('OPTIONS', '/', origin)],
      [404, await plain('GET', '/v1/nothing', {})],
      [403, await plain('GET', '/v1/%2e%2e/status', origin)],
      [404, await plain('GET', '/v1/%2e%2e/status', {})],
      [405, await plain('PUT', operations.status.path, {})],
      [409, await plain('GET', operations.status.path, { 'x-proxy-api': '2' })],
      [413, await plain('POST', operations.pair.path, {}, large)],
      [415, await plain('POST', operations.pair.path, type, '{}')],
      [421, await plain('GET', operations.hello.path, { host: 'evil.example:41417', ...origin })],
    ]
    for (const [status, answer] of refusals) {
      expect(answer.status).toBe(status)
      expect(corsHeaders(answer)).toEqual([])
    }
  })
})

describe('attack 7 · an Origin that is not the paired one', () => {
  test.each(signedOperations)('$name', async ({ name, sample }) => {
    const ran = service.ran.length
    for (const origin of [
      'https://empresa.hubsoft.com.br',
      'http://127.0.0.1:41417',
      'null',
      '',
      other,
      `${own}/`,
      own.toUpperCase(),
      firefox,
      'moz-extension://x',
      `${own}, ${own}`,
    ]) {
      const response = await client.ask(name, sample, { headers: { origin } })
      expect([origin, response.status]).toEqual([origin, 403])
      expect(await response.json()).toMatchObject({ error: { code: 'origin-refused' } })
    }
    expect(service.ran.length).toBe(ran)
  })

  test('the Origin of another paired browser, with a right signature', async () => {
    const two = await testService()
    const first = await two.pair(own)
    await two.pair(firefox)
    expect((await first.ask('status', {}, { headers: { origin: firefox } })).status).toBe(403)
    expect((await first.ask('status', {})).status).toBe(200)
  })

  test('pairing takes no Origin of a page, also while the window is open', async () => {
    const open = await testService()
    const { code } = await open.consoleClient().call('pairingOpen', {})
    for (const origin of [
      'https://evil.example',
      'null',
      'moz-extension://x',
      `${own}x`,
      'chrome-extension://abc',
    ]) {
      const response = await open.app.request(`http://127.0.0.1:41417${operations.pair.path}`, {
        method: 'POST',
        headers: { host: '127.0.0.1:41417', origin, 'content-type': 'application/json', 'x-proxy-api': '1' },
        body: JSON.stringify({ code, name: 'x' }),
      })
      expect([origin, response.status]).toEqual([origin, 403])
    }
    expect(open.clients.list()).toEqual([])
  })
})

test('attack 8 · two extension origins are not equal, though Node gives both the origin null', async () => {
  expect(new URL(own).origin).toBe(new URL(other).origin)
  expect(service.clients.knowsOrigin(own)).toBe(true)
  expect(service.clients.knowsOrigin(other)).toBe(false)
  expect(service.clients.knowsOrigin('null')).toBe(false)
})

test('attack 9 · a signed GET without Origin is served', async () => {
  const response = await client.ask('status', {}, { headers: { origin: null } })
  expect(response.status).toBe(200)
})

describe('attack 10 · what a page can send without a preflight (the browser itself: tests/e2e)', () => {
  test.each(everyOperation)('$name', async ({ method, target }) => {
    const ran = service.ran.length
    const before = service.refusals.total()
    const tries = [
      plain(method, target.path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      plain(method, target.path, { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }),
      plain(method, target.path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }),
      plain(
        'POST',
        target.path,
        { origin: 'https://evil.example', 'content-type': 'text/plain' },
        target.body,
      ),
      plain('GET', target.path, { origin: 'https://evil.example', upgrade: 'websocket' }),
    ]
    for (const answer of tries) expect((await answer).status).toBe(403)
    expect(service.refusals.total()).toBe(before + tries.length)
    expect(service.ran.length).toBe(ran)
  })
})
