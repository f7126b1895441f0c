import type { Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Vault } from '../vault/vault.ts'
import type { Disk } from './disk.ts'
import { nodeDisk } from './disk.ts'
import { showStore, snapshotStore } from './snapshot.ts'
import type { Store } from './store.ts'

interface OpenStoreOptions {
  folder: string
  vault: Vault
  random: Random
  disk?: Disk
}

const keyName = 'store:key'
/** Lies outside the folder and says "there was a store": a folder that was emptied is then a loss, not a first start (case G81). */
const markName = 'store:known'

const hasFiles = (disk: Disk, folder: string): Promise<boolean> =>
  disk.readdir(folder).then(showStore, () => false)

const dataKey = async ({ folder, vault, random }: OpenStoreOptions, disk: Disk): Promise<string> => {
  const known = await vault.get(keyName)
  if (known !== null) return known
  if (await hasFiles(disk, folder)) throw new AppError('store-unreadable')
  const fresh = Buffer.from(random(32)).toString('base64')
  await vault.set(keyName, fresh)
  return fresh
}

/**
 * The store in `folder`, loaded. Its key and the mark that it exists lie in the vault.
 * @throws `store-unreadable` when anything is missing or damaged, `vault-unavailable`
 */
export const openStore = async (options: OpenStoreOptions): Promise<Store> => {
  const { folder, vault, random, disk = nodeDisk } = options
  const key = Buffer.from(await dataKey(options, disk), 'base64')
  const known = (await vault.get(markName)) !== null
  const store = snapshotStore({ folder, key, known, random, disk })
  await store.load()
  if (!known) await vault.set(markName, 'yes')
  return store
}
