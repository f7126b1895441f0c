import { createServer, get } from 'node:http'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { closeServer } from './close-server.ts'
import { listen } from './listen.ts'

const answered = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = get({ host: '127.0.0.1', port, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += String(chunk)
      })
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })

/** A server that answers nothing by itself, and the answer that its first request waits for. */
const waiting = async () => {
  const reached = Promise.withResolvers<ServerResponse>()
  const server = createServer((_, response) => reached.resolve(response))
  return { server, port: await listen(server, [0]), reached: reached.promise }
}

test('what is in work ends, and nothing new begins', async () => {
  const { server, port, reached } = await waiting()
  const first = answered(port)
  const response = await reached
  const closed = closeServer(server)
  expect(await answered(port)).toBe('ECONNREFUSED')
  response.end('done')
  expect(await first).toBe('done')
  await closed
})

test('what does not end is cut', async () => {
  const { server, port, reached } = await waiting()
  const first = answered(port)
  await reached
  await closeServer(server, 10)
  expect(await first).toBe('ECONNRESET')
})
