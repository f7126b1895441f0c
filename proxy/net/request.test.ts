import { once } from 'node:events'
import type { Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { request } from './request.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A server that says exactly these bytes and closes; counts its connections. */
const speaking = async (talk: (socket: Socket) => void) => {
  const seen: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (data) => {
      seen.push(data.toString('latin1'))
      talk(socket)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/x`, seen, server }
}

const saying = (bytes: string | Buffer) => speaking((socket) => socket.end(bytes))
const post = (url: string, timeoutMs = 5000) =>
  request({ method: 'POST', url, form: { senha: 'a b&ç' }, timeoutMs })

test('a form goes out as a form, an answer comes back as text', async () => {
  const { url, seen } = await saying('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nol')
  expect(await post(url)).toEqual({ kind: 'answer', status: 200, text: 'ol', retryAfter: null })
  expect(seen[0]).toContain('content-type: application/x-www-form-urlencoded')
  expect(seen[0]).toMatch(/senha=a\+b%26%C3%A7$/)
})

test('an answer of status 500 is an answer, with its Retry-After', async () => {
  const { url } = await saying('HTTP/1.1 503 No\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n')
  expect(await post(url)).toEqual({ kind: 'answer', status: 503, text: '', retryAfter: '7' })
})

test('a packed answer is unpacked, although none was asked for', async () => {
  const body = gzipSync('débito')
  const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`
  const { url } = await saying(Buffer.concat([Buffer.from(head), body]))
  expect(await post(url)).toMatchObject({ text: 'débito' })
})

test.each([
  ['shorter than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n<html>half'],
  ['without its last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<html\r\n'],
])('an answer %s is cut, never text', async (_what, bytes) => {
  expect(await post((await saying(bytes)).url)).toEqual({ kind: 'cut' })
})

test('a packed answer that ends in the middle is cut', async () => {
  const body = gzipSync('débito '.repeat(500)).subarray(0, 30)
  const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 30\r\n\r\n`
  const { url } = await saying(Buffer.concat([Buffer.from(head), body]))
  expect(await post(url)).toEqual({ kind: 'cut' })
})

test('a reset before any answer is lost: it was sent', async () => {
  const { url } = await speaking((socket) => socket.resetAndDestroy())
  expect(await post(url)).toEqual({ kind: 'lost' })
})

test('silence until the time-out is lost', async () => {
  const { url } = await speaking(() => {})
  expect(await post(url, 30)).toEqual({ kind: 'lost' })
})

test('silence in the middle of an answer is cut', async () => {
  const { url } = await speaking((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'))
  expect(await post(url, 60)).toEqual({ kind: 'cut' })
})

test('a refused connection and an unknown name are provably not sent', async () => {
  const { url, server } = await saying('')
  server.close()
  await once(server, 'close')
  expect(await post(url)).toEqual({ kind: 'not-sent' })
  expect(await post('http://no-such-name.invalid/')).toEqual({ kind: 'not-sent' })
})

test('stopping the service in the middle of a call does not claim that it was not sent', async () => {
  const stop = new AbortController()
  const { url } = await speaking(() => stop.abort())
  expect(await request({ method: 'GET', url, timeoutMs: 5000, signal: stop.signal })).toEqual({
    kind: 'lost',
  })
})

test.each(['GET', 'POST'] as const)('G90 · one %s, one request, even on 504', async (method) => {
  const { url, seen } = await saying('HTTP/1.1 504 Gateway Timeout\r\ncontent-length: 0\r\n\r\n')
  expect(await request({ method, url, timeoutMs: 5000 })).toMatchObject({ status: 504 })
  expect(seen).toHaveLength(1)
})
