import dns from 'node:dns'
import { createServer } from 'node:http'
import { isIP } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { secretKey } from '../../proxy/guards/hmac.ts'
import { findService } from '../../proxy/cli/find-service.ts'
import { closeServer } from '../../proxy/server/close-server.ts'
import { httpServer } from '../../proxy/server/http-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { everyOperation, signedOperations } from '../attacks/every-operation.ts'
import { lines, rawRequest, statusOf } from '../attacks/raw-request.ts'
import { pairClient } from '../attacks/signed-client.ts'
import { chromeOrigin, strangerServer, testService } from '../attacks/test-service.ts'
import { isTest, matches, readSources } from '../laws/sources.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const served = async () => {
  const service = await testService()
  const { port, close } = await service.serve()
  closing.push(close)
  return { ...service, port }
}

const firefox = 'moz-extension://1b2c3d4e-0000-4000-8000-0123456789ab'

/** Words of an answer that would be data. */
const data = /clients|integrations|pairedAt|secret|repeatDays/

// The case's note says 403 for a foreign Host; 421 is the status that HTTP has for it.
describe('G69 · any web page can reach the local server', () => {
  test.each(everyOperation)('$name', async ({ method, access, target }) => {
    const service = await served()
    const { port } = service
    await service.pair(chromeOrigin('a'))
    const ask = async (...fields: string[]) => {
      const answer = await rawRequest(
        port,
        lines(`${method} ${target.path} HTTP/1.1`, ...fields, 'Content-Length: 0'),
      )
      expect(answer).not.toMatch(data)
      return statusOf(answer)
    }
    const own = `Host: 127.0.0.1:${port}`
    const json = ['Content-Type: application/json', 'X-Proxy-Api: 1']
    expect(await ask(`Host: evil.example:${port}`)).toBe(421)
    expect([403, 415]).toContain(await ask(own, 'Origin: https://evil.example', 'Content-Type: text/plain'))
    if (access === 'public') return
    expect(await ask(own, `Origin: ${chromeOrigin('a')}`, ...json)).toBe(401)
    expect(await ask(own, `Authorization: Bearer ${service.consoleSecret}`, ...json)).toBe(401)
    expect(service.ran).toEqual([])
  })

  test('a token in the address is none', async () => {
    const service = await served()
    for (const { method, target } of signedOperations) {
      const query = `?token=${service.consoleSecret}&x-nada-client=console`
      const fields = [`Host: 127.0.0.1:${service.port}`, 'Content-Type: application/json', 'X-Proxy-Api: 1']
      const answer = await rawRequest(
        service.port,
        lines(`${method} ${target.path}${query} HTTP/1.1`, ...fields, 'Content-Length: 0'),
      )
      expect(statusOf(answer)).toBe(401)
      expect(answer).not.toContain(service.consoleSecret)
    }
    expect(service.ran).toEqual([])
  })
})

describe('G70 · the Origin of Firefox is a random UUID', () => {
  test('any well-formed one may pair; then the key decides', async () => {
    const service = await testService()
    const client = await service.pair(firefox)
    expect((await client.ask('status', {})).status).toBe(200)
    expect((await client.ask('status', {}, { headers: { 'x-nada-signature': null } })).status).toBe(401)
    expect((await client.ask('status', {}, { headers: { origin: 'moz-extension://x' } })).status).toBe(403)
  })

  test('another installation pairs beside it, and is not taken for it', async () => {
    const other = 'moz-extension://9b2c3d4e-0000-4000-8000-0123456789ab'
    const service = await testService()
    const one = await service.pair(firefox)
    const two = await service.pair(other)
    expect((await one.ask('status', {})).status).toBe(200)
    expect((await two.ask('status', {})).status).toBe(200)
    expect((await one.ask('status', {}, { headers: { origin: other } })).status).toBe(403)
  })
})

test('G71 · a request of 2 MB is answered, not cut off', async () => {
  const service = await served()
  const { code } = await service.consoleClient({ port: service.port }).call('pairingOpen', {})
  const client = await pairClient({ port: service.port, origin: chromeOrigin('a'), code })
  const documents = Array.from({ length: 5000 }, (_, index) => `document ${index} `.padEnd(400, 'x'))
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const response = await client.ask('queryHistory', { documents })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      error: { code: 'body-too-large', hint: 'Divida o pedido em partes menores.' },
    })
  }
  expect((await client.ask('status', {})).status).toBe(200)
})

describe('G72 · a port refused with EACCES', () => {
  test('reserved, taken by a foreign server, free: the third, and it is found; the foreign one hears only hello', async () => {
    const service = await testService()
    const foreign = await strangerServer()
    closing.push(foreign.close)
    const server = httpServer(service.app.fetch, service.refusals)
    closing.push(() => closeServer(server, 0))
    const spare = createServer()
    const free = await listen(spare, [0])
    await closeServer(spare, 0)
    const real = server.listen.bind(server)
    server.listen = ((options: { port: number }, done: () => void) => {
      if (options.port !== 1) return real(options, done)
      queueMicrotask(() => server.emit('error', Object.assign(new Error('EACCES'), { code: 'EACCES' })))
      return server
    }) as typeof server.listen
    const list = [1, foreign.port, free]
    expect(await listen(server, list)).toBe(free)

    service.bindTo(free)
    expect(await findService(list, secretKey(service.consoleSecret))).toBe(free)
    expect(foreign.asked).toHaveLength(1)
    expect(foreign.asked[0]).toMatch(/^GET \/v1\/hello\?challenge=/)
  })
})

describe('G73 · localhost is not always 127.0.0.1', () => {
  test('a resolver that answers ::1 is never asked', async () => {
    const names: string[] = []
    const lookup = dns.lookup
    vi.spyOn(dns, 'lookup').mockImplementation((name: string, ...rest: unknown[]) => {
      // Node asks for a literal address too, and answers that itself.
      if (isIP(name)) return Reflect.apply(lookup, dns, [name, ...rest])
      names.push(name)
      const done = rest.at(-1) as (error: null, address: string, family: number) => void
      done(null, '::1', 6)
    })
    const service = await served()
    expect(await findService([service.port], secretKey(service.consoleSecret))).toBe(service.port)
    expect(await service.consoleClient({ port: service.port }).call('consoleClients', {})).toEqual({
      clients: [],
    })
    expect(names).toEqual([])
    vi.restoreAllMocks()
  })

  test('no file of the product speaks to localhost', () => {
    const sources = readSources('extension', 'proxy', 'shared').filter((source) => !isTest(source))
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap((source) => matches(source, /\/\/localhost/i, 'write 127.0.0.1'))).toEqual([])
  })
})
