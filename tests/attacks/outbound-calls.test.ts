import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createPlainServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '../../proxy/bureaus/connect/connect.ts'
import { request } from '../../proxy/net/request.ts'
import { parseCnpj, parseDocument } from '../../shared/document.ts'

// Of this test alone: signed by nobody, for 127.0.0.1.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/GfeWZDejbdt8u5A
vrp0TDb/VyZkPV3m8RXhn+3jKnWhRANCAATf2b+73Y1IUNL0a1Z6RR4QDXJuIpdI
7CMtkJac8vsFelTeJoHITtIxY9kDq0JylNcDqOeA9oMZ5y572yrP1j7V
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIUdC5nTwIoIbIcVxKD8L1ZKp/JtWswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNTA0MjAwMloYDzIxMjYxMTAx
MDQyMDAyWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATf2b+73Y1IUNL0a1Z6RR4QDXJuIpdI7CMtkJac8vsFelTeJoHITtIx
Y9kDq0JylNcDqOeA9oMZ5y572yrP1j7Vo2QwYjAdBgNVHQ4EFgQUbN1CuTp6oBq/
hKdH6oBN4rdUPgowHwYDVR0jBBgwFoAUbN1CuTp6oBq/hKdH6oBN4rdUPgowDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCqx/+g8RFqKgqHrzSXzumq2rvGCbeyFGh8PcJlfbdHPwIhAPtOgcpebpHw1eoX
UXjPsuE8HT6PEwM0QVdh0ujXAcLR
-----END CERTIFICATE-----`

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const listening = async (server: Server): Promise<number> => {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A server that notes every request and answers it as told. */
const noting = async (answer: RequestListener) => {
  const seen: IncomingMessage[] = []
  const port = await listening(
    createPlainServer((incoming, response) => {
      seen.push(incoming)
      answer(incoming, response)
    }),
  )
  return { seen, url: `http://127.0.0.1:${port}/` }
}

const ok: RequestListener = (_incoming, response) => void response.end('ok')

describe('attack 37 · a redirect is never followed, neither elsewhere nor to this machine', () => {
  test.each([301, 302, 303, 307, 308])('attack 37 · %i', async (status) => {
    const elsewhere = await noting(ok)
    const platform = await noting((_incoming, response) => {
      response.writeHead(status, { location: `${elsewhere.url}steal` }).end()
    })
    const call = { url: platform.url, headers: { authorization: 'Bearer x' }, timeoutMs: 5000 }
    expect(await request({ ...call, method: 'POST', form: { senha: 'x' } })).toEqual({
      kind: 'redirect',
      status,
    })
    expect(await request({ ...call, method: 'GET' })).toEqual({ kind: 'redirect', status })
    expect(platform.seen).toHaveLength(2)
    expect(elsewhere.seen).toEqual([])
  })

  test('attack 37 · a paid query that is redirected is uncertain, not repeated at the new address', async () => {
    const elsewhere = await noting(ok)
    const platform = await noting((_incoming, response) => {
      response.writeHead(307, { location: elsewhere.url }).end()
    })
    const bureau = connect({ request, clock: Date.now, baseUrl: platform.url })
    const document = parseDocument('731.640.258-07')
    const creditor = parseCnpj('04.718.253/0001-56')
    if (!document || !creditor) throw new Error('bad fixture')
    const pair = { login: 'provedor', password: 'segredo' }
    const question = { product: 'X', document, environment: 'production', answerFormat: 'html' } as const
    const failure = { code: 'connect-error-page', retry: 'reconcile' }
    await expect(bureau.query(pair, question)).rejects.toMatchObject(failure)
    await expect(bureau.testCredentials('pefin', pair, { product: null, creditor })).rejects.toMatchObject(
      failure,
    )
    expect(platform.seen).toHaveLength(2)
    expect(elsewhere.seen).toEqual([])
  })
})

/** Makes one call in a process of its own, whose environment a careless administrator or an attacker has set. */
const callIn = async (env: Record<string, string>, url: string): Promise<unknown> => {
  const module = pathToFileURL(resolve('proxy/net/request.ts')).href
  const script = `const { request } = await import(${JSON.stringify(module)})
    const call = { method: 'POST', url: ${JSON.stringify(url)}, form: { senha: 'x' }, timeoutMs: 5000 }
    console.log(JSON.stringify(await request(call)))`
  const run = promisify(execFile)
  const options = { env: { ...process.env, NODE_NO_WARNINGS: '1', ...env } }
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], options)
  return JSON.parse(stdout)
}

describe('attack 37 · a certificate that nobody signed', () => {
  test.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }])(
    'attack 37 · is refused before a byte leaves, with %j',
    async (env) => {
      let requests = 0
      const port = await listening(
        createTlsServer({ key, cert }, (_incoming, response) => {
          requests += 1
          response.end('ok')
        }),
      )
      expect(await callIn(env, `https://127.0.0.1:${port}/`)).toEqual({ kind: 'not-sent' })
      expect(requests).toBe(0)
    },
  )

  test('attack 37 · the same server answers once its certificate is trusted: the test tests the certificate', async () => {
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises')
    const { tmpdir } = await import('node:os')
    const folder = await mkdtemp(`${tmpdir()}/nada-ca-`)
    await writeFile(`${folder}/ca.pem`, cert)
    const port = await listening(createTlsServer({ key, cert }, (_incoming, response) => response.end('ok')))
    const reply = await callIn({ NODE_EXTRA_CA_CERTS: `${folder}/ca.pem` }, `https://127.0.0.1:${port}/`)
    await rm(folder, { recursive: true })
    expect(reply).toMatchObject({ kind: 'answer', text: 'ok' })
  })
})

test('attack 37 · the proxy variables of the environment are not asked', async () => {
  const proxy = await noting(ok)
  const platform = await noting((_incoming, response) => void response.end('from the platform'))
  const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, ALL_PROXY: proxy.url }
  const lower = { http_proxy: proxy.url, https_proxy: proxy.url, NO_PROXY: '', no_proxy: '' }
  const reply = await callIn({ ...env, ...lower, NODE_USE_ENV_PROXY: '1' }, platform.url)
  expect(reply).toMatchObject({ kind: 'answer', text: 'from the platform' })
  expect(proxy.seen).toEqual([])
})
