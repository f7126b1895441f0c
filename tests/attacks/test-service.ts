import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { operations } from '../../shared/api.ts'
import type { OperationName, Scope } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { composeService } from '../../proxy/compose-service.ts'
import type { ServiceParts } from '../../proxy/compose-service.ts'
import { secretKey } from '../../proxy/guards/hmac.ts'
import { closeServer } from '../../proxy/server/close-server.ts'
import { httpServer } from '../../proxy/server/http-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Change, Store } from '../../proxy/store/store.ts'
import { toldStore } from '../../proxy/store/told-store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { watchAnswers, watchedLog } from './canary/watched-service.ts'
import { pairClient, signedClient } from './signed-client.ts'
import type { SignedClient } from './signed-client.ts'

export const chromeOrigin = (letter: string): string => `chrome-extension://${letter.repeat(32)}`

interface TestOptions {
  clock?: Clock
  limits?: ServiceParts['limits']
  /** Stands for the port that a real server would be bound to. */
  port?: number
}

/** A store that remembers what was committed. */
const watchedStore = (): Store & { commits: Change[][] } => {
  const store = memoryStore()
  const commits: Change[][] = []
  return {
    ...store,
    commits,
    commit: async (changes) => {
      commits.push([...changes])
      await store.commit(changes)
    },
  }
}

/** Every operation notes that it ran. What is not about callers then answers that there is no such thing. */
const recordingHandlers = (ran: OperationName[]): ServiceParts['handlers'] => {
  const names = Object.keys(operations) as OperationName[]
  const record = (name: OperationName) => async () => {
    ran.push(name)
    throw new AppError('integration-unknown')
  }
  return Object.fromEntries(names.map((name) => [name, record(name)])) as unknown as ServiceParts['handlers']
}

/** The whole service over the in-memory twins, with all its guards; only the operations about credit are stand-ins. */
export const testService = async (options: TestOptions = {}) => {
  const { clock = Date.now, port = 41417, limits } = options
  const consoleSecret = randomBytes(32).toString('base64url')
  const store = toldStore(watchedStore())
  const ran: OperationName[] = []
  let bound = port
  const parts: ServiceParts = {
    store,
    vault: memoryVault(),
    clock,
    random: randomBytes,
    log: watchedLog,
    version: '0.0.0',
    consoleKey: secretKey(consoleSecret),
    port: () => bound,
    handlers: recordingHandlers(ran),
    ...(limits && { limits }),
  }
  const service = await composeService(parts)
  const app = watchAnswers(service.app)
  const consoleClient = (over: { port: number; app?: typeof app } = { port: bound, app }): SignedClient =>
    signedClient({ ...over, clientId: 'console', secret: consoleSecret, clock })

  const pair = async (origin: string, scopes?: Scope[]) => {
    const { code } = await consoleClient().call('pairingOpen', scopes ? { scopes } : {})
    return pairClient({ port: bound, app, origin, code, clock })
  }

  /** Puts a real server in front, on 127.0.0.1 and a free port. */
  const serve = async (): Promise<{ server: Server; port: number; close: () => Promise<void> }> => {
    const server = httpServer(app.fetch, service.refusals)
    bound = await listen(server, [0])
    return { server, port: bound, close: () => closeServer(server, 0) }
  }

  /** For a server that the test has bound by itself. */
  const bindTo = (port: number): void => {
    bound = port
  }

  return { ...service, store, ran, consoleClient, pair, serve, bindTo, consoleSecret }
}

export type TestService = Awaited<ReturnType<typeof testService>>

/** A server that is none of ours, on 127.0.0.1. */
export const strangerServer = async (
  port = 0,
): Promise<{ port: number; asked: string[]; close: () => Promise<void> }> => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('{"service":"something else"}')
  })
  const bound = await listen(server, [port])
  return { port: bound, asked, close: () => closeServer(server, 0) }
}
