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
}

const keyName = 'store:key'
/** The installation's id, also the first thing in each of its files: a file of another installation does not open. */
const installationName = 'store:installation'
/** Lies outside the folder and says "there was a store": a folder that was emptied is then a loss, not a first start (case G81). */
const markName = 'store:known'

/** Where the store of these options lies, and under which key; null where there has never been one. */
export const findPlace = async (options: OpenStoreOptions): Promise<Place | null> => {
  const { folder, vault, random, clock = Date.now, disk = nodeDisk, format = ownFormat } = options
  const backups = options.backups ?? join(dirname(folder), 'backups')
  const [key, installation] = [await vault.get(keyName), await vault.get(installationName)]
  if (key === null || installation === null) return null
  return {
    folder,
    backups,
    key: createSecretKey(key, 'base64'),
    installation,
    disk,
    random: pooled(random),
    clock,
    format,
  }
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
  const { vault, compactFrom } = options
  const place = await makePlace(options)
  const isKnown = (await vault.get(markName)) !== null
  const store = diskStore({ ...place, isKnown, ...(compactFrom && { compactFrom }) })
  await store.load()
  if (!isKnown) await vault.set(markName, 'yes')
  return store
}
