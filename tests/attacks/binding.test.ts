import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { ports } from '../../shared/ports.ts'
import { closeServer } from '../../proxy/server/close-server.ts'
import { httpServer } from '../../proxy/server/http-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { lines, openSocket, rawRequest, statusOf } from './raw-request.ts'
import { testService } from './test-service.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const start = async (wanted: number[] = [0]) => {
  const service = await testService()
  const server = httpServer(service.app.fetch, service.refusals)
  closing.push(() => closeServer(server, 0))
  return { server, port: await listen(server, wanted) }
}

/** A foreign program on a free port. */
const taken = async (): Promise<number> => {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return (server.address() as { port: number }).port
}

describe('attack 4 · only this machine is answered', () => {
  test('the address is 127.0.0.1', async () => {
    const { server, port } = await start()
    expect(server.address()).toEqual({ address: '127.0.0.1', family: 'IPv4', port })
  })

  test('no other address of this machine answers', async () => {
    const { port } = await start()
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address)
    for (const address of [...others, '::1', '127.0.0.2']) {
      await expect(openSocket(port, address)).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH/)
    }
  })

  test('0.0.0.0 leads here on some systems, and is refused by name', async () => {
    const { port } = await start()
    const answer = await rawRequest(port, lines('GET /v1/hello HTTP/1.1', `Host: 0.0.0.0:${port}`))
    expect(statusOf(answer)).toBe(421)
  })
})

describe('attack 5 · a port that is taken', () => {
  test('the next of the list', async () => {
    const [first, second] = [await taken(), await taken()]
    const spare = await start()
    await closeServer(spare.server, 0)
    expect((await start([first, second, spare.port])).port).toBe(spare.port)
  })

  test('all taken: a clear error, never a random port', async () => {
    const list = [await taken(), await taken(), await taken()]
    const failed = start(list)
    await expect(failed).rejects.toThrow(AppError)
    await expect(failed).rejects.toMatchObject({ code: 'ports-taken', params: { ports: list.join(', ') } })
  })

  test('the list is three fixed ports below every dynamic range', () => {
    expect(ports).toHaveLength(3)
    for (const port of ports) expect(port).toBeGreaterThan(1024)
    for (const port of ports) expect(port).toBeLessThan(49_152)
  })
})
