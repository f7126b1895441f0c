import { createSecretKey } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Vault } from '../vault/vault.ts'
import type { Disk } from './disk.ts'
import { nodeDisk } from './disk.ts'
import { diskStore } from './disk-store.ts'
import type { DataFormat } from './layout.ts'
import { ownFormat } from './layout.ts'
import { showStore } from './load-store.ts'
import type { Place } from './place.ts'
import type { RecoveryKey } from './recovery-code.ts'
import { pooled } from './pooled-random.ts'
import { namesIn } from './place.ts'
import type { Store } from './store.ts'

export interface OpenStoreOptions {
  folder: string
  /** Where the backups go: `backups` beside the folder, unless it is told. */
  backups?: string
  vault: Vault
  random: Random
  clock?: Clock
  disk?: Disk
  /** Bytes of the journal from which a new snapshot is made. */
  compactFrom?: number
  /** Another program's than this one's, in a test. */
  format?: DataFormat
  /** A folder on another disk to which each day's copy goes as well. */
  secondPlace?: string
}

const keyName = 'store:key'
/** The installation's id, also the first thing in each of its files: a file of another installation does not open. */
const installationName = 'store:installation'
/** Lies outside the folder and says "there was a store": a folder that was emptied is then a loss, not a first start (case G81). */
const markName = 'store:known'

/** The place under a key that is known otherwise than from the vault. */
export const placeUnder = (
  { key, installation }: RecoveryKey,
  options: Omit<OpenStoreOptions, 'vault' | 'compactFrom' | 'secondPlace'>,
): Place => {
  const { folder, random, clock = Date.now, disk = nodeDisk, format = ownFormat } = options
  const backups = options.backups ?? join(dirname(folder), 'backups')
  return {
    folder,
    backups,
    key: createSecretKey(key),
    installation,
    disk,
    random: pooled(random),
    clock,
    format,
  }
}

/** Where the store of these options lies, and under which key; null where there has never been one. */
export const findPlace = async (options: OpenStoreOptions): Promise<Place | null> => {
  const { vault } = options
  const [key, installation] = [await vault.get(keyName), await vault.get(installationName)]
  if (key === null || installation === null) return null
  return placeUnder({ key: Buffer.from(key, 'base64'), installation }, options)
}

/**
 * Puts the key of a copy into the vault, in the place of another installation's, which is kept under its name. The mark that there is a
 * store comes first: a restore that breaks off after it is a loss for the next start, and not an empty database (case G81).
 */
export const keepRecoveryKey = async (vault: Vault, { key, installation }: RecoveryKey): Promise<void> => {
  const [oldKey, old] = [await vault.get(keyName), await vault.get(installationName)]
  await vault.set(markName, 'yes')
  if (oldKey !== null && old !== null && old !== installation) await vault.set(`${keyName}:${old}`, oldKey)
  await vault.set(keyName, key.toString('base64'))
  await vault.set(installationName, installation)
}

const makePlace = async (options: OpenStoreOptions): Promise<Place> => {
  const { folder, vault, random, disk = nodeDisk } = options
  if ((await vault.get(keyName)) === null) {
    // The files of a store whose key is lost are not to be written over.
    if (showStore(await namesIn(disk, folder))) throw new AppError('store-unreadable')
    await vault.set(keyName, Buffer.from(random(32)).toString('base64'))
  }
  // Before the journal an installation had no id of its own.
  if ((await vault.get(installationName)) === null)
    await vault.set(installationName, Buffer.from(random(16)).toString('hex'))
  const place = await findPlace(options)
  if (!place) throw new AppError('vault-unavailable')
  return place
}

/**
 * The store in `folder`, loaded. Its key, its id and the mark that it exists lie in the vault.
 * @throws `store-unreadable` when nothing good is left, `data-newer`, `store-write-failed`, `vault-unavailable`
 */
export const openStore = async (options: OpenStoreOptions): Promise<Store> => {
  const { vault, compactFrom, secondPlace } = options
  const place = await makePlace(options)
  const isKnown = (await vault.get(markName)) !== null
  const store = diskStore({
    ...place,
    isKnown,
    ...(compactFrom && { compactFrom }),
    ...(secondPlace && { secondPlace }),
  })
  await store.load()
  if (!isKnown) await vault.set(markName, 'yes')
  return store
}
