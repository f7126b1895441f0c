import { join } from 'node:path'
import { z } from 'zod'
import type { Health } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { listBackups } from '../store/backup.ts'
import { codeMarkFile, isCodeKept } from '../store/code-mark.ts'
import { findPlace } from '../store/open-store.ts'
import type { Place } from '../store/place.ts'
import { recover } from '../store/recover.ts'
import type { Found } from '../store/recover.ts'
import { secondPlaceFile, secondPlaceNote } from '../store/second-place.ts'
import type { Store } from '../store/store.ts'
import { openVault } from '../vault/open-vault.ts'
import type { Vault } from '../vault/vault.ts'
import type { Facts } from './facts.ts'
import type { World } from './gather.ts'
import { readHealth } from './read-health.ts'

type Look = Pick<Facts, 'vault' | 'store' | 'newestBackup' | 'recoveryCode' | 'secondPlace'> & {
  health: Health | null
}
type Places = Pick<World, 'folder' | 'env' | 'disk' | 'random' | 'clock' | 'keyring'>

const choice = z.object({ kind: z.enum(['keychain', 'file']) })

const isNewer = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'data-newer'

const kindIn = (text: string): 'keychain' | 'file' | null => {
  try {
    return choice.parse(JSON.parse(text)).kind
  } catch {
    return null
  }
}

const noteIn = (text: string | null): Facts['secondPlace'] => {
  try {
    return secondPlaceNote.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}

const open = async ({ folder, env, disk, random, keyring }: Places): Promise<Vault | 'newer' | null> => {
  const force = env['NADA_CONSTA_VAULT'] === 'file' ? ({ force: 'file' } as const) : {}
  try {
    return await openVault({ folder, random, disk: disk.store, ...force, ...(keyring && { keyring }) })
  } catch (thrown) {
    return isNewer(thrown) ? 'newer' : null
  }
}

/** The running service may make a snapshot meanwhile: then it is read again. */
const readQuietly = async (place: Place, tries = 3): Promise<Found> => {
  const found = await recover(place).catch((thrown: unknown) => {
    if (tries === 1) throw thrown
    return null
  })
  return found?.verdict === 'whole' || (found && tries === 1) ? found : readQuietly(place, tries - 1)
}

const reader = ({ tables, verdict, inDoubt }: Found): Pick<Store, 'query' | 'status'> => {
  const isReadOnly = inDoubt || verdict === 'doubtful'
  return {
    query: async (collection, match = {}) => tables[collection].select(match) as never,
    status: () => ({ isReadOnly, reason: isReadOnly ? 'store-read-only' : null }),
  }
}

const look = async (place: Place, isKnown: boolean, now: number): Promise<Pick<Look, 'store' | 'health'>> => {
  if (!isKnown && (await place.disk.readdir(place.folder).catch(() => [])).length === 0)
    return { store: { state: 'none' }, health: null }
  try {
    const found = await readQuietly(place)
    const health = { ...(await readHealth(reader(found), now)), aheadMs: null }
    return { store: { state: found.inDoubt ? 'doubtful' : found.verdict }, health }
  } catch (thrown) {
    return { store: { state: isNewer(thrown) ? 'newer' : 'unreadable' }, health: null }
  }
}

/** Opens the vault and reads the store's files, with the service running or not; a first start is left to the service. */
export const lookAtStore = async (places: Places): Promise<Look> => {
  const { folder, disk, random, clock } = places
  const chosen = await disk.text(join(folder, 'vault.json'))
  const [newest] = await listBackups({ disk: disk.store, backups: join(folder, 'backups') }).catch(() => [])
  const secondPlace = noteIn(await disk.text(join(folder, 'backups', secondPlaceFile)))
  const nothing = {
    newestBackup: newest?.at ?? null,
    recoveryCode: 'unknown' as const,
    secondPlace,
    health: null,
  }
  // Opening would choose a vault: only a start of the service does that.
  if (chosen === null) return { vault: { state: 'absent', kind: null }, store: { state: 'none' }, ...nothing }
  const kind = kindIn(chosen)
  const vault = await open(places)
  if (vault === 'newer') return { vault: { state: 'unread', kind }, store: { state: 'newer' }, ...nothing }
  if (!vault) return { vault: { state: 'shut', kind }, store: { state: 'unknown' }, ...nothing }
  const openedVault = { state: 'open', kind: vault.kind } as const
  const place = await findPlace({ folder: join(folder, 'store'), vault, random, clock, disk: disk.store })
  if (!place) return { vault: openedVault, store: { state: 'none' }, ...nothing }
  const isKnown = (await vault.get('store:known')) !== null
  const isKept = isCodeKept(await disk.text(join(folder, codeMarkFile)), place.installation)
  const recoveryCode = isKept ? 'kept' : 'never'
  return { ...nothing, recoveryCode, vault: openedVault, ...(await look(place, isKnown, clock())) }
}
