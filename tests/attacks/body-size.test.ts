import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxBodyBytes } from '../../proxy/guards/body-size.ts'
import { everyOperation } from './every-operation.ts'
import { openSocket, rawRequest, statusOf } from './raw-request.ts'
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

const head = (path: string, ...more: string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    'X-Proxy-Api: 1',
    'Connection: close',
    ...more,
    '',
    '',
  ].join('\r\n')

const path = '/v1/queries/history'

describe('attack 13 · too much', () => {
  test.each(everyOperation.filter(({ method }) => method === 'POST'))(
    '$name: one byte over',
    async ({ target }) => {
      const body = 'x'.repeat(maxBodyBytes + 1)
      const declared = head(target.path, `Content-Length: ${body.length}`)
      expect(statusOf(await rawRequest(port, declared + body))).toBe(413)
      const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
      expect(statusOf(await rawRequest(port, head(target.path, 'Transfer-Encoding: chunked') + chunk))).toBe(
        413,
      )
      expect(service.ran).toEqual([])
    },
  )

  test('exactly 64 KiB is read: the signature is what is missing', async () => {
    const body = 'x'.repeat(maxBodyBytes)
    expect(statusOf(await rawRequest(port, head(path, `Content-Length: ${body.length}`) + body))).toBe(401)
  })

  test('a declared length is refused before the body has come', async () => {
    const { socket, ended } = await openSocket(port)
    socket.write(head(path, 'Content-Length: 1000000000'))
    expect(statusOf(await ended)).toBe(413)
  })

  test('chunks without end are refused at the limit, and memory stays flat', async () => {
    const before = process.memoryUsage().rss
    const { socket, ended } = await openSocket(port)
    socket.write(head(path, 'Transfer-Encoding: chunked'))
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
    let sent = 0
    const pour = (): void => {
      while (!socket.destroyed && sent < 2000) {
        sent += 1
        if (!socket.write(chunk)) return
      }
    }
    socket.on('drain', pour)
    pour()
    expect(statusOf(await ended)).toBe(413)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  test('both lengths, and lengths that disagree', async () => {
    const both = head(path, 'Content-Length: 5', 'Transfer-Encoding: chunked')
    expect(statusOf(await rawRequest(port, `${both}0\r\n\r\n`))).toBe(400)
    expect(
      statusOf(await rawRequest(port, `${head(path, 'Content-Length: 2', 'Content-Length: 3')}{}`)),
    ).toBe(400)
    expect(statusOf(await rawRequest(port, `${head(path, 'Content-Length: -1')}{}`))).toBe(400)
    expect(statusOf(await rawRequest(port, `${head(path, 'Transfer-Encoding: chunked, gzip')}{}`))).toBe(400)
  })

  test('a GET with a body', async () => {
    const get = head('/v1/hello', 'Content-Length: 2').replace('POST', 'GET')
    expect(statusOf(await rawRequest(port, `${get}{}`))).toBe(413)
  })

  test('ten thousand headers, and one that is endless', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `x-${index}: ${index}`)
    expect(statusOf(await rawRequest(port, head(path, ...many)))).toBe(431)
    expect(statusOf(await rawRequest(port, head(path, `x: ${'y'.repeat(1_000_000)}`)))).toBe(431)
  })

  test('what never arrives is not waited for longer than 15 s, 5 s for the headers', async () => {
    const { server, close: end } = await (await testService()).serve()
    expect(server.headersTimeout).toBe(5_000)
    expect(server.requestTimeout).toBe(15_000)
    await end()
  })

  test('the service still answers', async () => {
    const client = await service.pair(chromeOrigin('a'))
    expect((await client.call('status', {})).client.id).toBe(client.clientId)
  })
})
