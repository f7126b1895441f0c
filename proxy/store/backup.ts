import { join } from 'node:path'
import { dateAt } from '../../shared/business-time.ts'
import { AppError } from '../../shared/errors.ts'
import { bringForward, refuseNewer, refuseUnknown } from './layout.ts'
import type { Place } from './place.ts'
import { namesIn } from './place.ts'
import type { Copy, CopyHead } from './snapshot.ts'
import { fillTables, partsOf, readCopy, readHead, writeCopy } from './snapshot.ts'
import { emptyTables } from './tables.ts'

/** Why a backup was made. Only those of a person are never removed. */
export type BackupKind = 'daily' | 'manual' | 'before-restore' | 'before-migration'

export interface Backup {
  name: string
  kind: BackupKind
  /** ISO instant. */
  at: string
}

const keep: Record<BackupKind, number> = {
  daily: 14,
  manual: Infinity,
  'before-restore': 5,
  'before-migration': 5,
}

/** Bound into the file instead of its name: a person may rename or carry it. */
const label = 'backup'
const pattern =
  /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)(\.\d{3}Z)-(daily|manual|before-restore|before-migration)\.backup$/

const parse = (name: string): Backup | null => {
  const [, day, hour, minute, second, rest, kind] = pattern.exec(name) ?? []
  return kind === undefined
    ? null
    : { name, kind: kind as BackupKind, at: `${day}T${hour}:${minute}:${second}${rest}` }
}

/** The backups of an installation, newest first, by their names. */
export const listBackups = async ({ disk, backups }: Pick<Place, 'disk' | 'backups'>): Promise<Backup[]> =>
  (await namesIn(disk, backups))
    .map(parse)
    .filter((backup) => backup !== null)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))

/** Writes a backup in the folder for them and removes those of its kind that are too many. Resolves to its name. */
export const makeBackup = async (place: Place, kind: BackupKind, copy: Copy): Promise<string> => {
  const { disk, backups, clock } = place
  await disk.mkdir(backups, { recursive: true, mode: 0o700 })
  const name = `${new Date(clock()).toISOString().replaceAll(':', '')}-${kind}.backup`
  await writeBackup(place, join(backups, name), copy)
  const old = (await listBackups(place)).filter((backup) => backup.kind === kind).slice(keep[kind])
  for (const { name } of old) await disk.unlink(join(backups, name)).catch(() => {})
  return name
}

/** Writes a backup at any path. */
export const writeBackup = (place: Place, path: string, copy: Copy): Promise<void> =>
  writeCopy(place, path, label, copy, true)

/**
 * A backup in the layout that it was made in, so that the journal of that time goes on from it.
 * @throws `backup-unreadable` when it is missing, damaged or of another installation, `data-newer`
 */
export const readBackupAsKept = async (place: Place, path: string): Promise<Copy> => {
  try {
    // Of a newer one the head alone is sure to be understood.
    refuseNewer(await readHead(place, path, label), place.format)
    return await readCopy(place, path, label)
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('backup-unreadable', { cause: thrown })
  }
}

/** A backup in this program's layout. @throws as `readBackupAsKept` */
export const readBackup = async (place: Place, path: string): Promise<Copy> => {
  const { format } = place
  const { head, parts } = await readBackupAsKept(place, path)
  const tables = emptyTables()
  refuseUnknown(tables, parts, head, format)
  if (head.layout === format.layout) return { head, parts }
  bringForward(fillTables(tables, { head, parts }), head, format)
  return { head: { ...head, layout: format.layout, program: format.program }, parts: partsOf(tables) }
}

/** How far a backup reaches; null when it cannot be read. */
export const readBackupHead = (place: Place, name: string): Promise<CopyHead | null> =>
  readHead(place, join(place.backups, name), label).catch(() => null)

/** Whether this day, in the business zone, has its daily backup. */
export const hasDaily = async (place: Place): Promise<boolean> => {
  const day = dateAt(place.clock())
  return (await listBackups(place)).some(({ kind, at }) => kind === 'daily' && dateAt(at) === day)
}
