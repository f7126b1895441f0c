import { Writable } from 'node:stream'
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerText, headers, requestText } from '../shared/signing.ts'
import { composeService } from './compose-service.ts'
import type { ServiceParts } from './compose-service.ts'
import { hmacText, secretKey, sha256Hex } from './guards/hmac.ts'
import { createLog } from './log/log.ts'
import { memoryStore } from './store/memory-store.ts'
import { toldStore } from './store/told-store.ts'
import { memoryVault } from './vault/memory-vault.ts'

const key = secretKey('x'.repeat(43))

const wired = async (handlers: Partial<ServiceParts['handlers']> = {}) => {
  let log = ''
  const sink = new Writable({
    write: (chunk, _, done) => {
      log += String(chunk)
      done()
    },
  })
  const { app, clients } = await composeService({
    store: toldStore(memoryStore()),
    vault: memoryVault(),
    clock: Date.now,
    random: randomBytes,
    log: createLog(sink),
    version: '1.2.3',
    consoleKey: key,
    port: () => 41417,
    handlers: handlers as ServiceParts['handlers'],
  })
  const { client, secret } = await clients.pair({ name: 'a', origin: 'o', scopes: ['query', 'admin'] })
  const ask = async (method: string, path: string, body = '') => {
    const request = {
      method,
      path,
      client: client.id,
      time: String(Date.now()),
      nonce: randomBytes(12).toString('hex'),
    }
    const signed = requestText({ ...request, bodyHash: sha256Hex(body) })
    const response = await app.request(`http://127.0.0.1:41417${path}`, {
      method,
      headers: {
        host: '127.0.0.1:41417',
        'content-type': 'application/json',
        [headers.api]: '1',
        [headers.client]: client.id,
        [headers.time]: request.time,
        [headers.nonce]: request.nonce,
        [headers.signature]: hmacText(secretKey(secret), signed),
      },
      ...(body !== '' && { body }),
    })
    const text = await response.text()
    const proof = hmacText(secretKey(secret), answerText(request.nonce, response.status, sha256Hex(text)))
    return { response, text, isProven: response.headers.get(headers.proof) === proof }
  }
  return { app, ask, logged: () => log }
}

describe('every answer to a signed request is proved', () => {
  test('a success, a refusal, a failure', async () => {
    const { ask } = await wired({
      policy: async () => {
        throw new Error('a secret 731.640.258-07')
      },
    })
    for (const [path, status] of [
      ['/v1/status', 200],
      ['/v1/console/clients', 403],
      ['/v1/policy', 500],
      ['/v1/none', 404],
    ] as const) {
      const { response, isProven } = await ask('GET', path)
      expect([path, response.status, isProven]).toEqual([path, status, true])
    }
  })

  test('nothing may keep it, and nobody may embed it', async () => {
    const { response } = await (await wired()).ask('GET', '/v1/status')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

test('what leaves is what the table says: a field too many is stripped', async () => {
  const policy = { repeatDays: 1, retentionDays: 2, recordMonths: 72, draftDays: 30, secret: 'canary' }
  const { ask } = await wired({ policy: async () => policy })
  expect((await ask('GET', '/v1/policy')).text).toBe(
    '{"repeatDays":1,"retentionDays":2,"recordMonths":72,"draftDays":30}',
  )
})

test('an internal failure: no message and no stack in the answer or in the log, but the place in the log', async () => {
  const { ask, logged } = await wired({
    policySave: async () => {
      throw new Error('canary 731.640.258-07')
    },
  })
  const { response, text } = await ask('POST', '/v1/policy', '{"repeatDays":1,"retentionDays":2}')
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'internal' } })
  expect(text + logged()).not.toMatch(/canary|731/)
  expect(text).not.toContain('app.test.ts')
  expect(logged()).toContain('app.test.ts')
})

test('an answer that is not what the table says is a failure, not sent', async () => {
  const { ask } = await wired({ policy: async () => ({ repeatDays: 'canary' }) as never })
  const { response, text } = await ask('GET', '/v1/policy')
  expect(response.status).toBe(500)
  expect(text).not.toContain('canary')
})

test('a known path with the other method, and an unknown path', async () => {
  const { ask } = await wired()
  expect((await ask('POST', '/v1/status', '{}')).response.status).toBe(405)
  expect((await ask('GET', '/v1/clients/one/revoke')).response.status).toBe(405)
  expect((await ask('GET', '/v1/clients/one/two')).response.status).toBe(404)
})

test('hello says who is here; it proves itself only to who is paired, for this port', async () => {
  const { app } = await wired()
  const hello = async (query: string): Promise<unknown> => {
    const address = `http://127.0.0.1:41417/v1/hello${query}`
    return (await app.request(address, { headers: { host: '127.0.0.1:41417' } })).json()
  }
  const challenge = 'c'.repeat(24)
  const plain = { service: 'nada-consta', api: 1, version: '1.2.3' }
  expect(await hello('')).toEqual(plain)
  expect(await hello(`?challenge=${challenge}`)).toEqual(plain)
  expect(await hello(`?challenge=${challenge}&client=nobody`)).toEqual(plain)
  expect(await hello('?client=console')).toEqual(plain)
  const proof = hmacText(key, `hello\nconsole\n${challenge}\n41417`)
  expect(await hello(`?challenge=${challenge}&client=console`)).toEqual({ ...plain, proof })
})
