import { randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { formatInstant } from '../../shared/business-time.ts'
import { AppError, fill } from '../../shared/errors.ts'
import { takeLock } from '../lock/lock.ts'
import type { Lock } from '../lock/lock.ts'
import { listBackups, makeBackup, writeBackup } from '../store/backup.ts'
import { nodeDisk } from '../store/disk.ts'
import { copyOf } from '../store/epoch.ts'
import { showStore } from '../store/load-store.ts'
import { findPlace } from '../store/open-store.ts'
import { namesIn } from '../store/place.ts'
import type { Place } from '../store/place.ts'
import { recover } from '../store/recover.ts'
import type { Found } from '../store/recover.ts'
import { restoreBackup } from '../store/restore.ts'
import { openVault } from '../vault/open-vault.ts'
import { dataFolder } from './data-folder.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** The installation's store. @throws `store-missing` where there has never been one, and then nothing is made */
const storeOf = async ({ env }: Terminal): Promise<Place> => {
  const home = dataFolder(env)
  const folder = join(home, 'store')
  const isThere = showStore(await namesIn(nodeDisk, folder))
  if (!isThere && (await namesIn(nodeDisk, join(home, 'backups'))).length === 0)
    throw new AppError('store-missing')
  const force = env['NADA_CONSTA_VAULT'] === 'file' ? ({ force: 'file' } as const) : {}
  const vault = await openVault({ folder: home, random: randomBytes, ...force })
  const place = await findPlace({ folder, vault, random: randomBytes })
  if (!place) throw new AppError('store-missing')
  return place
}

const written = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('store-write-failed', { cause: thrown })
  }
}

/** The running service may make a snapshot while its files are read: then they are read again. */
const readQuietly = async (place: Place, tries = 3): Promise<Found> => {
  const found = await recover(place).catch((thrown: unknown) => {
    if (tries === 1) throw thrown
    return null
  })
  return found?.verdict === 'whole' || (found && tries === 1) ? found : readQuietly(place, tries - 1)
}

/** Stores a copy of what is kept, also while the service runs, and prints where. */
export const backup = async (terminal: Terminal, file: string | undefined): Promise<void> => {
  const place = await storeOf(terminal)
  const { tables, last, inDoubt, verdict } = await readQuietly(place)
  const copy = copyOf(place, tables, last, inDoubt || verdict === 'doubtful')
  const path = await written(async () => {
    if (file === undefined) return join(place.backups, await makeBackup(place, 'manual', copy))
    await writeBackup(place, resolve(file), copy)
    return resolve(file)
  })
  terminal.print(fill(textsOf(terminal).cli.backedUp, { file: path }))
}

const list = async (terminal: Terminal, place: Place): Promise<void> => {
  const { cli } = textsOf(terminal)
  const all = await listBackups(place)
  if (all.length === 0) terminal.print(cli.noBackups)
  for (const { name, kind, at } of all)
    terminal.print(fill(cli.backup, { name, kind: cli.backupKinds[kind], at: formatInstant(at) }))
}

const lockOf = async (folder: string): Promise<Lock> => {
  try {
    return await takeLock(folder)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'lock-held')
      throw new AppError('service-running', { params: thrown.params })
    throw thrown
  }
}

/** Goes back to a copy: one of the list, or a file. Without a name, lists them. @throws `service-running`, `backup-unreadable` */
export const restore = async (terminal: Terminal, name: string | undefined): Promise<void> => {
  const place = await storeOf(terminal)
  if (name === undefined) return list(terminal, place)
  const lock = await lockOf(dirname(place.folder))
  try {
    const isListed = (await listBackups(place)).some((each) => each.name === name)
    const path = isListed ? join(place.backups, name) : resolve(name)
    const { at } = await written(() => restoreBackup(place, path))
    const { cli } = textsOf(terminal)
    terminal.print(fill(cli.restored, { at: formatInstant(at) }))
    terminal.print(cli.restoredNext)
  } finally {
    await lock.release()
  }
}
