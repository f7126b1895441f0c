import type { Health } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { formatTime } from '../../shared/business-time.ts'
import type { ProcessStart } from '../lock/process-start.ts'
import type { Keyring } from '../vault/keychain.ts'
import { isPlaced } from './boot-files.ts'
import type { Facts } from './facts.ts'
import { lookAtFolder } from './look-at-folder.ts'
import { lookAtLock } from './look-at-lock.ts'
import { lookAtPorts } from './look-at-ports.ts'
import type { PortLooks } from './look-at-ports.ts'
import { lookAtStore } from './look-at-store.ts'
import type { LookDisk } from './look-disk.ts'

/** What the doctor looks at; nothing in it is changed. */
export interface World extends PortLooks {
  /** The data folder. */
  folder: string
  /** The person's own folder. */
  home: string
  env: NodeJS.ProcessEnv
  /** Of this program. */
  version: string
  platform: NodeJS.Platform
  node: string
  clock: Clock
  random: Random
  disk: LookDisk
  startOf: ProcessStart
  keyring?: () => Promise<Keyring | null>
  /** The running service on that port, asked with the console's key. */
  ask: (port: number, key: string) => Promise<{ version: string; health: Health | null }>
}

/** A day of a summer after Brazil gave up its summer time (case G80). */
const isZoneRight = (): boolean => formatTime('2026-01-15T12:00:00Z') === '09:00:00'

/** Looks at everything once: the running service is asked, the files are read. Takes no lock, opens no port, writes into no store. */
export const gather = async (world: World): Promise<Facts> => {
  const { clock, disk, version, platform, node } = world
  const folder = await lookAtFolder(world)
  const { ports, port, key } = await lookAtPorts(world)
  const asked = port !== null && key !== null ? await world.ask(port, key) : null
  const kept = await lookAtStore(world)
  const health = asked?.health ?? kept.health
  return {
    now: clock(),
    version,
    platform,
    node,
    ports,
    service: port !== null && asked ? { port, version: asked.version } : null,
    lock: await lookAtLock(world),
    folder,
    space: await disk.free(world.folder),
    vault: kept.vault,
    store: kept.store,
    newestBackup: kept.newestBackup,
    recoveryCode: kept.recoveryCode,
    secondPlace: kept.secondPlace,
    health,
    isZoneRight: isZoneRight(),
    startsAtBoot: await isPlaced(world),
  }
}
