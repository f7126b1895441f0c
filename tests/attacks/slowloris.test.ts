import { expect, test } from 'vitest'
import { pairClient } from './signed-client.ts'
import { openSocket } from './raw-request.ts'
import type { RawSocket } from './raw-request.ts'
import { chromeOrigin, testService } from './test-service.ts'

const connections = (server: {
  getConnections(done: (error: Error | null, count: number) => void): unknown
}) =>
  new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })

test('attack 14 · idle and trickling connections do not keep the extension out', async () => {
  const service = await testService()
  const { server, port, close } = await service.serve()
  const { code } = await service.consoleClient({ port }).call('pairingOpen', {})
  const client = await pairClient({ port, origin: chromeOrigin('a'), code })

  const attackers: RawSocket[] = []
  const served: string[] = []
  for (let index = 0; index < 600; index += 1) {
    const attacker = await openSocket(port)
    attackers.push(attacker)
    const kind = index % 3
    if (kind === 1) attacker.socket.write(`GET /v1/hello HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `)
    if (kind === 2)
      attacker.socket.write(
        `POST /v1/pair HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nX-Proxy-Api: 1\r\nContent-Length: 50\r\n\r\n{`,
      )
    if (index % 100 === 99) served.push((await client.call('status', {})).client.id)
  }
  expect(served).toEqual(Array.from({ length: 6 }, () => client.clientId))
  expect(await connections(server)).toBeLessThanOrEqual(130)

  for (const { socket } of attackers) socket.destroy()
  await close()
})

test('attack 14 · a request that is being worked on is not evicted', async () => {
  const service = await testService()
  const { server, port, close } = await service.serve()
  let finish: (() => void) | undefined
  const working = new Promise<void>((resolve) => {
    finish = resolve
  })
  const reached = new Promise<void>((resolve) => {
    service.store.query = async () => {
      resolve()
      await working
      return []
    }
  })
  const { code } = await service.consoleClient({ port }).call('pairingOpen', {})
  const client = await pairClient({ port, origin: chromeOrigin('a'), code })
  const waiting = client.call('status', {})
  await reached
  const attackers: RawSocket[] = []
  for (let index = 0; index < 300; index += 1) attackers.push(await openSocket(port))
  expect(await connections(server)).toBeLessThanOrEqual(130)
  finish?.()
  expect((await waiting).integrations).toBe(0)
  for (const { socket } of attackers) socket.destroy()
  await close()
})
