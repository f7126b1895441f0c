import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { operations } from '../../shared/api.ts'
import { composeService } from '../../proxy/compose-service.ts'
import type { ServiceParts } from '../../proxy/compose-service.ts'
import { secretKey } from '../../proxy/guards/hmac.ts'
import type { Lane, Limit } from '../../proxy/guards/rate.ts'
import { silentLog } from '../../proxy/log/log.ts'
import { httpServer } from '../../proxy/server/http-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import { toldStore } from '../../proxy/store/told-store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'

export interface GuardsServer {
  guarded: number
  bare: number
  consoleSecret: string
}

const answer = { queries: [] }

/** The rate guard runs, but must not end the measurement. */
const unlimited: Limit = { burst: 1e9, perSecond: 1e9 }
const lanes: Lane[] = ['read', 'public', 'console', 'query', 'include', 'remove', 'admin']

const guardedServer = async (consoleSecret: string): Promise<number> => {
  let port = 0
  const { app, refusals } = await composeService({
    store: toldStore(memoryStore()),
    vault: memoryVault(),
    clock: Date.now,
    random: randomBytes,
    log: silentLog,
    version: '0.0.0',
    consoleKey: secretKey(consoleSecret),
    port: () => port,
    // Only this one operation is measured.
    handlers: { queryHistory: async () => answer } as unknown as ServiceParts['handlers'],
    limits: Object.fromEntries(lanes.map((lane) => [lane, unlimited])) as Record<Lane, Limit>,
  })
  port = await listen(httpServer(app.fetch, refusals), [0])
  return port
}

/** The same framework, route, answer and server settings, and nothing in front of the handler. */
const bareServer = async (): Promise<number> => {
  const app = new Hono()
  app.post(operations.queryHistory.path, async (c) => {
    await c.req.json()
    return c.json(answer)
  })
  const listener = getRequestListener(app.fetch)
  const server: Server = createServer(
    { noDelay: true },
    (request, response) => void listener(request, response),
  )
  return listen(server, [0])
}

const consoleSecret = randomBytes(32).toString('base64url')
const started: GuardsServer = {
  guarded: await guardedServer(consoleSecret),
  bare: await bareServer(),
  consoleSecret,
}
process.send?.(started)
process.once('disconnect', () => process.exit(0))
