import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { headers } from '../../shared/signing.ts'
import { hmacEquals, hmacText, secretKey } from '../../proxy/guards/hmac.ts'
import { everyOperation, signedOperations } from './every-operation.ts'
import { signedClient } from './signed-client.ts'
import { chromeOrigin, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

/** What was compared in a time that tells nothing. */
const compared = vi.hoisted((): [string, string][] => [])
vi.mock('node:crypto', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:crypto')>()
  const timingSafeEqual: typeof real.timingSafeEqual = (one, two) => {
    compared.push([
      Buffer.from(one as Uint8Array).toString('latin1'),
      Buffer.from(two as Uint8Array).toString('latin1'),
    ])
    return real.timingSafeEqual(one, two)
  }
  return { ...real, timingSafeEqual }
})

let now = Date.UTC(2026, 10, 25, 12)
const clock = () => now

let service: TestService
let client: Awaited<ReturnType<TestService['pair']>>

beforeAll(async () => {
  service = await testService({ clock })
  now += 10 * 60_000
  client = await service.pair(chromeOrigin('a'), ['query', 'include', 'remove', 'admin'])
})

const minute = 60_000

const proofOf = async (response: Promise<Response>) => (await response).headers.get(headers.proof)

describe('attack 17 · a signature that is not right', () => {
  test.each(signedOperations)('$name', async ({ name, method, sample, target }) => {
    const ran = service.ran.length
    const stranger = signedClient({
      port: 41417,
      app: service.app,
      clientId: client.clientId,
      secret: 'A'.repeat(43),
      clock,
    })
    const noBody = method === 'GET'
    const tries: [string, Promise<Response>][] = [
      ['none', client.ask(name, sample, { headers: { [headers.signature]: null } })],
      ['no client', client.ask(name, sample, { headers: { [headers.client]: null } })],
      ['no time', client.ask(name, sample, { headers: { [headers.time]: null } })],
      ['no nonce', client.ask(name, sample, { headers: { [headers.nonce]: null } })],
      ['empty', client.ask(name, sample, { headers: { [headers.signature]: '' } })],
      ['wrong key', stranger.ask(name, sample)],
      ['another client', client.ask(name, sample, { clientId: 'console' })],
      ['unknown client', client.ask(name, sample, { clientId: 'nobody' })],
      ['other path', client.ask(name, sample, { path: `${target.path}${noBody ? '?a=1' : 'x'}` })],
      ['stale', client.ask(name, sample, { time: String(now - minute - 1) })],
      ['future', client.ask(name, sample, { time: String(now + minute + 1) })],
      ['time changed', client.ask(name, sample, { headers: { [headers.time]: String(now + 1) } })],
      ['time no number', client.ask(name, sample, { time: `${now}.0` })],
      ['nonce changed', client.ask(name, sample, { headers: { [headers.nonce]: 'A'.repeat(24) } })],
      ['nonce too short', client.ask(name, sample, { nonce: 'A' })],
    ]
    if (!noBody) {
      const other = target.body.replace('}', ' }')
      tries.push(['altered body', client.ask(name, sample, { body: other })])
      tries.push(['no body', client.ask(name, sample, { body: '' })])
    }
    for (const [what, response] of tries) {
      const { status } = await response
      // A changed path may be no operation at all.
      expect([what, status === 401 || (what === 'other path' && [404, 405].includes(status))]).toEqual([
        what,
        true,
      ])
    }
    expect(service.ran.length).toBe(ran)
  })

  test('a replayed request', async () => {
    const nonce = randomBytes(18).toString('base64url')
    const time = String(now)
    expect((await client.ask('status', {}, { nonce, time })).status).toBe(200)
    expect((await client.ask('status', {}, { nonce, time })).status).toBe(401)
    now += minute
    expect((await client.ask('status', {}, { nonce, time })).status).toBe(401)
    now += 1
    expect(await (await client.ask('status', {}, { nonce, time })).json()).toMatchObject({
      error: { code: 'clock-skew' },
    })
  })

  test('a request signed ahead of time is remembered for as long as it is valid', async () => {
    const nonce = randomBytes(18).toString('base64url')
    const time = String(now + minute)
    expect((await client.ask('status', {}, { nonce, time })).status).toBe(200)
    now += 2 * minute
    expect((await client.ask('status', {}, { nonce, time })).status).toBe(401)
  })

  test('a request recorded before the service was started again', async () => {
    const other = await testService({ clock })
    const paired = await other.pair(chromeOrigin('b'))
    expect((await paired.ask('status', {}, { time: String(now - 1) })).status).toBe(401)
    expect((await paired.ask('status', {})).status).toBe(200)
  })

  test('a method that was not signed', async () => {
    const { headers: fields } = client.prepare('GET', '/v1/policy', '')
    const init = {
      method: 'POST',
      headers: [...fields, ['content-type', 'application/json']] as [string, string][],
    }
    expect((await service.app.request('http://127.0.0.1:41417/v1/policy', init)).status).toBe(401)
  })

  test('the comparison looks at every letter, wherever the first wrong one stands', () => {
    const key = secretKey('x'.repeat(43))
    const right = hmacText(key, 'text')
    const other = (letter: string) => (letter === 'A' ? 'B' : 'A')
    const wrongAt = (at: number) => right.slice(0, at) + other(right[at]!) + right.slice(at + 1)
    for (const signature of [right, wrongAt(0), wrongAt(20), wrongAt(41), '']) {
      compared.length = 0
      expect(hmacEquals(key, 'text', signature)).toBe(signature === right)
      // One comparison of all that there is, by the function whose time does not depend on what it finds; none for another length.
      const whole = signature === '' ? [] : [[signature, right]]
      expect(compared).toEqual(whole)
    }
  })

  test('a refusal proves who refuses, to whom it can', async () => {
    expect(await proofOf(client.ask('status', {}, { time: String(now - 2 * minute) }))).not.toBeNull()
    expect(await proofOf(client.ask('status', {}, { headers: { 'content-length': '1' } }))).not.toBeNull()
    expect(await proofOf(client.ask('status', {}, { clientId: 'nobody' }))).toBeNull()
  })
})

test('every operation but hello and pair needs a signature', () => {
  const open = everyOperation.filter(({ access }) => access === 'public').map(({ name }) => name)
  expect(open).toEqual(['hello', 'pair'])
})
