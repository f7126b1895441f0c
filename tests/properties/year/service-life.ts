import { composeService } from '../../../proxy/compose-service.ts'
import { secretKey } from '../../../proxy/guards/hmac.ts'
import { silentLog } from '../../../proxy/log/log.ts'
import type { Request } from '../../../proxy/net/request.ts'
import { usualPace } from '../../../proxy/negativation/pace.ts'
import { createServices } from '../../../proxy/services.ts'
import { openStore } from '../../../proxy/store/open-store.ts'
import { toldStore } from '../../../proxy/store/told-store.ts'
import type { Store } from '../../../proxy/store/store.ts'
import type { Vault } from '../../../proxy/vault/vault.ts'
import type { SignedClient } from '../../attacks/signed-client.ts'
import { signedClient } from '../../attacks/signed-client.ts'
import { keyStream } from './key-stream.ts'
import type { MemoryDrive } from './memory-drive.ts'
import type { Mortality } from './mortality.ts'
import { mortality } from './mortality.ts'
import type { YearTime } from './year-time.ts'

/** What outlives a process, and what lies outside of it. */
export interface LifeOutside {
  drive: MemoryDrive
  vault: Vault
  time: YearTime
  request: Request
  /** Of the service's own random numbers. */
  seed: number
  onFailure: (thrown: unknown) => void
}

export const storeFolder = '/data/store'
export const backupFolder = '/data/backups'
export const connectUrl = 'https://connect.invalid/'

const consoleSecret = Buffer.alloc(32, 7).toString('base64url')
const port = 41_417

/** One life of the process, put together as `start-service.ts` does it. */
export interface ServiceLife {
  fate: Mortality
  store: Store
  services: ReturnType<typeof createServices>
  /** Asks over the guards, signed, as the command line does. */
  console: SignedClient
  /** What the process does by itself at one tick. */
  tick(): Promise<void>
  /** Ends as after SIGTERM. */
  stop(): Promise<void>
}

/** @throws what `openStore` throws */
export const openLife = async (fate: Mortality, outside: LifeOutside): Promise<ServiceLife> => {
  const { drive, vault, time, seed, onFailure } = outside
  const random = keyStream(seed)
  const { clock, elapsed } = time
  const disk = drive.disk(fate)
  const opened = await openStore({ folder: storeFolder, backups: backupFolder, vault, random, clock, disk })
  const store = toldStore(opened)
  let task: () => Promise<void> = async () => {}
  const services = createServices({
    store,
    vault,
    clock,
    elapsed,
    random,
    connectUrl,
    request: (call) => fate.living(() => outside.request(call)),
    pace: usualPace,
    everyTick: (tick) => {
      task = tick
      return { stop: () => void (task = async () => {}) }
    },
    onFailure,
  })
  const { app } = await composeService({
    store,
    vault,
    clock,
    random,
    log: silentLog,
    version: '0.0.0',
    consoleKey: secretKey(consoleSecret),
    port: () => port,
    handlers: services.handlers,
  })
  await services.start()
  return {
    fate,
    store,
    services,
    console: signedClient({ port, app, clientId: 'console', secret: consoleSecret, clock }),
    tick: async () => {
      await task()
      await services.idle()
    },
    stop: async () => {
      await services.stop()
      await store.close()
    },
  }
}

export const newFate = mortality
