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
import type { EveryTick } from '../services.ts'
import { closeServer } from '../server/close-server.ts'
import { httpServer } from '../server/http-server.ts'
import { listen } from '../server/listen.ts'
import { createServices } from '../services.ts'
import { inTurn } from '../store/in-turn.ts'
import { openStore } from '../store/open-store.ts'
import { toldStore } from '../store/told-store.ts'
import type { Keyring } from '../vault/keychain.ts'
import { openVault } from '../vault/open-vault.ts'
import { makeDataFolder } from './data-folder.ts'
import { paceOf } from './pace-of.ts'
import { isVaultShut, waitForVault } from './wait-for-vault.ts'

const realConnectUrl = 'https://sistemas.connectsa.com.br/mercurio/'
const flushEveryMs = 3_600_000
/** A locked keychain is asked so often: each time it may show its window to the person. */
const vaultEveryMs = 60_000

export interface StartOptions {
  /** The data folder. */
  folder: string
  env: NodeJS.ProcessEnv
  ports: readonly number[]
  clock: Clock
  random: Random
  log: Log
  version: string
  /** Default: the system's. */
  keyring?: () => Promise<Keyring | null>
  everyTick?: EveryTick
}

export interface RunningService {
  /** It may change when a locked keychain is unlocked. */
  readonly port: number
  /** The start failed for good after the keychain was unlocked. */
  readonly failed: Promise<never>
  /** Lets what is in work end, keeps what is unsaved, gives the lock back. */
  stop(): Promise<void>
}

interface Open {
  port: number
  stop(): Promise<void>
}

const vaultOf = ({ folder, env, random, keyring }: StartOptions) => {
  const force = env['NADA_CONSTA_VAULT'] === 'file' ? ({ force: 'file' } as const) : {}
  return openVault({ folder, random, ...force, ...(keyring && { keyring }) })
}

const open = async (options: StartOptions): Promise<Open> => {
  const { folder, env, ports, clock, random, log, version } = options
  const fail = (thrown: unknown): void => {
    const error = asAppError(thrown)
    log('failed', { code: error.code, where: whereThrown(error.cause ?? error) })
  }
  const vault = await vaultOf(options)
  const secondPlace = env['NADA_CONSTA_BACKUPS']
  const opened = await openStore({
    folder: join(folder, 'store'),
    vault,
    random,
    ...(secondPlace && { secondPlace }),
  })
  const store = toldStore(opened)
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

const everyMinute: EveryTick = (task, ms) => {
  const timer = setInterval(() => void task(), ms)
  return { stop: () => clearInterval(timer) }
}

/** The service; while the keychain is locked, only its word that it waits. It goes on by itself when the keychain answers (attack 34). */
const openWhenUnlocked = async (options: StartOptions, onFailure: (thrown: unknown) => void) => {
  const { folder, random, log, everyTick = everyMinute } = options
  const first = await open(options).catch((thrown: unknown) => {
    if (isVaultShut(thrown)) return null
    throw thrown
  })
  if (first) return { now: () => first, stop: () => first.stop() }

  log('vault-shut', { code: 'vault-unavailable' })
  const turn = inTurn()
  const consoleKey = secretKey(await makeConsoleKey(folder, random))
  const waiting = await waitForVault({ ...options, consoleKey })
  let current: Open = waiting
  const look = async (): Promise<void> => {
    if (current !== waiting) return
    const isShut = await vaultOf(options).then(
      () => false,
      (thrown: unknown) => isVaultShut(thrown),
    )
    if (isShut) return
    await waiting.stop()
    ticking.stop()
    // The one that it had comes first: browsers look there first.
    const ports = [waiting.port, ...options.ports.filter((port) => port !== waiting.port && port !== 0)]
    current = await open({ ...options, ports })
    log('vault-open')
  }
  const ticking = everyTick(() => turn(look).catch(onFailure), vaultEveryMs)
  return {
    now: () => current,
    stop: () => {
      ticking.stop()
      return turn(() => current.stop())
    },
  }
}

/**
 * Starts the service: the lock first, then vault and store, then the port, so that a second process touches nothing of the first. With
 * a locked keychain it starts and waits. Throws `lock-held`, `store-unreadable`, `ports-taken`.
 */
export const startService = async (options: StartOptions): Promise<RunningService> => {
  const { folder, log, version } = options
  await makeDataFolder(folder)
  const lock = await takeLock(folder)
  try {
    const failed = Promise.withResolvers<never>()
    failed.promise.catch(() => {})
    const opened = await openWhenUnlocked(options, failed.reject)
    log('started', { port: opened.now().port, version, pid: process.pid })
    return {
      get port() {
        return opened.now().port
      },
      failed: failed.promise,
      stop: async () => {
        await opened.stop()
        await lock.release()
        log('stopped')
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
