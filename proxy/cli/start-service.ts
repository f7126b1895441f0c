import { join } from 'node:path'
import type { Clock, Random } from '../../shared/clock.ts'
import { asAppError } from '../../shared/errors.ts'
import { composeService } from '../compose-service.ts'
import { secretKey } from '../guards/hmac.ts'
import { takeLock } from '../lock/lock.ts'
import { whereThrown } from '../log/log.ts'
import type { Log } from '../log/log.ts'
import { makeConsoleKey } from '../pairing/console-key.ts'
import { usualPace } from '../negativation/pace.ts'
import { closeServer } from '../server/close-server.ts'
import { httpServer } from '../server/http-server.ts'
import { listen } from '../server/listen.ts'
import { createServices } from '../services.ts'
import { openStore } from '../store/open-store.ts'
import { openVault } from '../vault/open-vault.ts'
import { makeDataFolder } from './data-folder.ts'
import { paceOf } from './pace-of.ts'

const realConnectUrl = 'https://sistemas.connectsa.com.br/mercurio/'
const flushEveryMs = 3_600_000

export interface StartOptions {
  /** The data folder. */
  folder: string
  env: NodeJS.ProcessEnv
  ports: readonly number[]
  clock: Clock
  random: Random
  log: Log
  version: string
}

export interface RunningService {
  port: number
  /** Lets what is in work end, keeps what is unsaved, gives the lock back. */
  stop(): Promise<void>
}

const open = async (options: StartOptions) => {
  const { folder, env, ports, clock, random, log, version } = options
  const fail = (thrown: unknown): void => {
    const error = asAppError(thrown)
    log('failed', { code: error.code, where: whereThrown(error.cause ?? error) })
  }
  const force = env['NADA_CONSTA_VAULT'] === 'file' ? ({ force: 'file' } as const) : {}
  const vault = await openVault({ folder, random, ...force })
  const store = await openStore({ folder: join(folder, 'store'), vault, random })
  const connectUrl = env['NADA_CONSTA_CONNECT_URL'] || realConnectUrl
  const pace = paceOf(env['NADA_CONSTA_PACE'], connectUrl)
  if (!pace) log('pace-refused')
  const services = createServices({
    store,
    vault,
    clock,
    random,
    connectUrl,
    onFailure: fail,
    pace: pace ?? usualPace,
  })
  let port = 0
  const consoleKey = secretKey(await makeConsoleKey(folder, random))
  const { handlers } = services
  const parts = { store, vault, clock, random, log, version, consoleKey, handlers, port: () => port }
  const { app, clients, refusals } = await composeService(parts)
  await services.start()
  const server = httpServer(app.fetch, refusals)
  port = await listen(server, ports)
  const flush = () => clients.flush().catch(fail)
  const flushing = setInterval(() => void flush(), flushEveryMs).unref()
  const stop = async (): Promise<void> => {
    clearInterval(flushing)
    await closeServer(server)
    await services.stop()
    await flush()
    await store.close()
  }
  return { port, stop }
}

/**
 * Starts the service: the lock first, then vault and store, then the port, so that a second process touches nothing of the first.
 * Throws `lock-held`, `vault-unavailable`, `store-unreadable`, `ports-taken`.
 */
export const startService = async (options: StartOptions): Promise<RunningService> => {
  const { folder, log, version } = options
  await makeDataFolder(folder)
  const lock = await takeLock(folder)
  try {
    const { port, stop } = await open(options)
    log('started', { port, version, pid: process.pid })
    return {
      port,
      stop: async () => {
        await stop()
        await lock.release()
        log('stopped')
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
