import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { expect, test } from 'vitest'
import { closeServer } from './close-server.ts'
import { listen } from './listen.ts'

/** A server on which listening on these ports fails as the system would. */
const troubled = (failures: Record<number, string>): Server => {
  const server = createServer()
  const real = server.listen.bind(server)
  server.listen = ((options: { port: number; host: string }, done: () => void) => {
    const code = failures[options.port]
    if (code === undefined) return real({ ...options, port: 0 }, done)
    queueMicrotask(() => server.emit('error', Object.assign(new Error(code), { code })))
    return server
  }) as Server['listen']
  return server
}

test('G72 · a reserved port and a taken one: the third', async () => {
  const server = troubled({ 1: 'EACCES', 2: 'EADDRINUSE' })
  expect(await listen(server, [1, 2, 3])).toBeGreaterThan(3)
  expect(server.address()).toMatchObject({ address: '127.0.0.1' })
  expect(server.listenerCount('error')).toBe(0)
  await closeServer(server)
})

test('G72 · none left: which ones is said', async () => {
  const failed = listen(troubled({ 1: 'EACCES', 2: 'EADDRINUSE', 3: 'EACCES' }), [1, 2, 3])
  await expect(failed).rejects.toMatchObject({ code: 'ports-taken', params: { ports: '1, 2, 3' } })
})

test('any other failure is not taken for a port in use', async () => {
  await expect(listen(troubled({ 1: 'EADDRNOTAVAIL' }), [1, 2])).rejects.toMatchObject({
    code: 'EADDRNOTAVAIL',
  })
})
