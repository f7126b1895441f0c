import { randomBytes } from 'node:crypto'
import { access, rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { formatInstant } from '../../shared/business-time.ts'
import { AppError, fill } from '../../shared/errors.ts'
import { takeLock } from '../lock/lock.ts'
import type { Lock } from '../lock/lock.ts'
import { prepareRestored } from '../restored/prepare-restored.ts'
import { listBackups, readBackup, readBackupHead } from '../store/backup.ts'
import { writeCodeMark } from '../store/code-mark.ts'
import { nodeDisk } from '../store/disk.ts'
import { showStore } from '../store/load-store.ts'
import { findPlace, keepRecoveryKey, placeUnder } from '../store/open-store.ts'
import { namesIn } from '../store/place.ts'
import type { Place } from '../store/place.ts'
import { restoreBackup } from '../store/restore.ts'
import type { Vault } from '../vault/vault.ts'
import { dataFolder, makeDataFolder } from './data-folder.ts'
import { askForCode } from './recovery-commands.ts'
import { knownVault, storeOf, vaultAt } from './store-of.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { written } from './written.ts'

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

/** Whether the head of the file at `path` opens under the place's key. */
const opens = async (place: Place, path: string): Promise<boolean> =>
  (await readBackupHead({ ...place, backups: dirname(path) }, basename(path))) !== null

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** What another installation kept here stays, under a name that says whose it was. */
const setAside = async (terminal: Terminal, { folder, backups, installation }: Place): Promise<void> => {
  const mark = `${installation.slice(0, 8)}-${new Date().toISOString().replaceAll(':', '')}`
  for (const path of [folder, backups]) {
    if ((await namesIn(nodeDisk, path)).length === 0) continue
    await rename(path, `${path}.${mark}`)
    terminal.print(fill(textsOf(terminal).cli.setAside, { folder: `${path}.${mark}` }))
  }
}

interface Source {
  path: string
  place: Place
  vault: Vault
}

const putBack = async (terminal: Terminal, { path, place, vault }: Source): Promise<void> => {
  const prepare = prepareRestored({ vault, clock: place.clock })
  const { at } = await restoreBackup(place, path, prepare)
  const { cli } = textsOf(terminal)
  terminal.print(fill(cli.restored, { at: formatInstant(at) }))
  terminal.print(cli.restoredNext)
}

/**
 * A copy that the key of this folder does not open, or a folder without one: the code makes the key. Nothing is made or changed before
 * the copy was read to its end.
 */
const withCode = async (
  terminal: Terminal,
  { path, codeFile, before }: { path: string; codeFile: string | undefined; before: Place | null },
): Promise<void> => {
  const home = dataFolder(terminal.env)
  const code = await askForCode(terminal, codeFile)
  const place = placeUnder(code, { folder: join(home, 'store'), random: randomBytes })
  if (!(await opens(place, path))) throw new AppError('backup-foreign')
  await readBackup(place, path)
  await written(() => makeDataFolder(home))
  const lock = await lockOf(home)
  try {
    await written(async () => {
      const vault = await vaultAt(terminal)
      if (before && before.installation !== code.installation) await setAside(terminal, before)
      await keepRecoveryKey(vault, code)
      await putBack(terminal, { path, place, vault })
      await writeCodeMark(nodeDisk, home, code.installation, Date.now())
    })
    terminal.print(textsOf(terminal).cli.restoredSecrets)
  } finally {
    await lock.release()
  }
}

/**
 * Goes back to a copy: one of the list, or a file, also onto an empty folder and onto one of another installation, with the recovery
 * code. Without a name, lists the copies.
 * @throws `service-running`, `backup-unreadable`, `backup-foreign`, `store-missing`, the `recovery-code-…` family, `store-write-failed`
 */
export const restore = async (
  terminal: Terminal,
  name: string | undefined,
  codeFile: string | undefined,
): Promise<void> => {
  if (name === undefined) return list(terminal, await storeOf(terminal))
  const home = dataFolder(terminal.env)
  const vault = await knownVault(terminal)
  const place = vault && (await findPlace({ folder: join(home, 'store'), vault, random: randomBytes }))
  const listed = place && (await listBackups(place)).some((each) => each.name === name)
  const path = listed ? join(place.backups, name) : resolve(name)
  if (!(await isThere(path))) {
    const isKnown = place !== null || showStore(await namesIn(nodeDisk, join(home, 'store')))
    throw new AppError(isKnown ? 'backup-unreadable' : 'store-missing')
  }
  if (!vault || !place || !(await opens(place, path)))
    return withCode(terminal, { path, codeFile, before: place }).catch((thrown: unknown) => {
      // Nobody typed a code: then it is the copy that is wrong here, and not the key.
      const isUnasked = thrown instanceof AppError && thrown.code === 'recovery-code-missing'
      throw isUnasked && place ? new AppError('backup-unreadable', { cause: thrown }) : thrown
    })
  const lock = await lockOf(home)
  try {
    await written(() => putBack(terminal, { path, place, vault }))
  } finally {
    await lock.release()
  }
}
