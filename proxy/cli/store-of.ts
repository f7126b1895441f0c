import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { nodeDisk } from '../store/disk.ts'
import { showStore } from '../store/load-store.ts'
import { findPlace } from '../store/open-store.ts'
import type { Place } from '../store/place.ts'
import { namesIn } from '../store/place.ts'
import { openVault } from '../vault/open-vault.ts'
import type { Vault } from '../vault/vault.ts'
import { dataFolder } from './data-folder.ts'
import type { Terminal } from './terminal.ts'

export const vaultAt = ({ env }: Terminal): Promise<Vault> =>
  openVault({
    folder: dataFolder(env),
    random: randomBytes,
    ...(env['NADA_CONSTA_VAULT'] === 'file' && { force: 'file' as const }),
  })

/** The vault of the data folder; null where none was ever made, and then none is made. */
export const knownVault = async (terminal: Terminal): Promise<Vault | null> => {
  const names = await namesIn(nodeDisk, dataFolder(terminal.env))
  return names.includes('vault.json') || names.includes('vault.sealed') ? vaultAt(terminal) : null
}

/** The installation's store. @throws `store-missing` where there has never been one, and then nothing is made */
export const storeOf = async (terminal: Terminal): Promise<Place> => {
  const home = dataFolder(terminal.env)
  const folder = join(home, 'store')
  const isThere = showStore(await namesIn(nodeDisk, folder))
  if (!isThere && (await namesIn(nodeDisk, join(home, 'backups'))).length === 0)
    throw new AppError('store-missing')
  const place = await findPlace({ folder, vault: await vaultAt(terminal), random: randomBytes })
  if (!place) throw new AppError('store-missing')
  return place
}
