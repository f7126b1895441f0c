import { createServer, request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLink } from '../../extension/proxy-link/link.ts'
import type { Link } from '../../extension/proxy-link/link.ts'
import { findService } from '../../proxy/cli/find-service.ts'
import { secretKey } from '../../proxy/guards/hmac.ts'
import { closeServer } from '../../proxy/server/close-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { sampleInputs } from './sample-inputs.ts'
import { chromeOrigin, strangerServer, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

/** The fixed ports, replaced by free ones. */
const fixed = vi.hoisted((): { ports: number[] } => ({ ports: [] }))
vi.mock('../../shared/ports.ts', () => fixed)

const document = '73164025807'
const closing: (() => Promise<void>)[] = []

let service: TestService
let port: number
let client: Awaited<ReturnType<TestService['pair']>>

beforeEach(async () => {
  service = await testService()
  const served = await service.serve()
  port = served.port
  closing.push(served.close)
  client = await service.pair(chromeOrigin('a'), ['query', 'include', 'remove', 'admin'])
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The extension's own link, as its background builds it, paired with the service. */
const extensionLink = async (): Promise<Link> => {
  const secret = Buffer.from(client.secret, 'base64url')
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
  return createLink({
    fetch,
    clock: Date.now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    keys: {
      load: async () => ({ client: client.clientId, name: 'Recepção', key }),
      save: async () => {},
      clear: async () => {},
    },
    isAllowed: async () => true,
    isBlocked: async () => false,
    version: '1.0.0',
  })
}

interface Spy {
  port: number
  /** Everything that was sent to it. */
  heard: string[]
}

/** A program that answers like the service, and may pass everything on to the real one. */
const impostor = async (answer: 'hello' | 'relay' | 'echo'): Promise<Spy> => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`)
      if (answer === 'relay') {
        const headers = { ...request.headers, host: `127.0.0.1:${port}` }
        const onward = httpRequest(
          { host: '127.0.0.1', port, path: request.url, method: request.method, headers },
          (real) => {
            response.writeHead(real.statusCode ?? 500, real.headers)
            real.pipe(response)
          },
        )
        onward.end(body)
        return
      }
      const challenge = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('challenge')
      const proof = answer === 'echo' ? challenge : 'A'.repeat(43)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ service: 'nada-consta', api: 1, version: '1.0.0', proof }))
    })
  })
  const bound = await listen(server, [0])
  closing.push(() => closeServer(server, 0))
  return { port: bound, heard }
}

const nothingLeaked = ({ heard }: Spy) => {
  for (const words of heard) {
    expect(words).toMatch(/^GET \/v1\/hello\?/)
    expect(words).not.toContain(document)
    expect(words).not.toContain('731.640.258-07')
    expect(words).not.toContain('x-nada-signature')
    expect(words).not.toContain(client.secret)
  }
}

const code = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

describe('attack 21 · somebody else on the port', () => {
  test.each(['hello', 'echo'] as const)(
    'an impostor (%s) alone: nothing is sent, and it is said',
    async (answer) => {
      const spy = await impostor(answer)
      fixed.ports.splice(0, 3, spy.port)
      const link = await extensionLink()
      expect(await code(link.call('queryHistory', sampleInputs.queryHistory))).toBe('stranger-on-port')
      expect((await link.state()).state).toBe('stranger-on-port')
      expect(spy.heard.length).toBeGreaterThan(0)
      nothingLeaked(spy)
    },
  )

  test('an impostor on the first port, the service on the second: the service is found, the impostor hears nothing', async () => {
    const spy = await impostor('hello')
    fixed.ports.splice(0, 3, spy.port, port)
    const link = await extensionLink()
    expect(await link.state()).toMatchObject({ state: 'ready', port })
    expect(await code(link.call('queryHistory', sampleInputs.queryHistory))).toBe('integration-unknown')
    nothingLeaked(spy)
  })

  test('an impostor that passes everything on to the real service is not believed', async () => {
    const spy = await impostor('relay')
    fixed.ports.splice(0, 3, spy.port)
    const link = await extensionLink()
    expect(await code(link.call('queryHistory', sampleInputs.queryHistory))).toBe('stranger-on-port')
    expect(service.ran).toEqual([])
    nothingLeaked(spy)

    fixed.ports.splice(0, 3, spy.port, port)
    expect(await code(link.call('queryHistory', sampleInputs.queryHistory))).toBe('integration-unknown')
    nothingLeaked(spy)
  })

  test('the command line finds the service and passes strangers by', async () => {
    const key = secretKey(service.consoleSecret)
    const spies = [await impostor('relay'), await impostor('hello')]
    const foreign = await strangerServer()
    closing.push(foreign.close)
    const strangers = [...spies.map((spy) => spy.port), foreign.port]
    expect(await findService([...strangers, port], key)).toBe(port)
    expect(await code(findService(strangers, key))).toBe('stranger-on-port')
    for (const spy of spies) nothingLeaked(spy)
    for (const close of closing.splice(0)) await close()
    expect(await code(findService([port], key))).toBe('service-off')
  })
})
