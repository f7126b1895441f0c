import { makeBackup, readBackup } from './backup.ts'
import { beginEpoch, copyOf } from './epoch.ts'
import type { Place } from './place.ts'
import { aboveAll, recover } from './recover.ts'
import type { CopyHead } from './snapshot.ts'
import { fillTables } from './snapshot.ts'
import type { Tables } from './tables.ts'
import { emptyTables } from './tables.ts'

/**
 * Puts the backup at `path` in the place of what is kept, which becomes a backup itself first, as far as it can be read. Ends a doubt.
 * Nobody else may use the folder meanwhile. `prepare` may change what the copy holds before it takes its place. Resolves to what the backup says of itself.
 * @throws `backup-unreadable`, and then nothing has changed; the system's error when the disk fails
 */
export const restoreBackup = async (
  place: Place,
  path: string,
  prepare: (tables: Tables, head: CopyHead) => Promise<void>,
): Promise<CopyHead> => {
  const copy = await readBackup(place, path)
  await place.disk.mkdir(place.folder, { recursive: true, mode: 0o700 })
  const present = await recover(place).catch(() => null)
  if (present)
    await makeBackup(
      place,
      'before-restore',
      copyOf(place, present.tables, present.last, present.inDoubt || present.verdict === 'doubtful'),
    )
  const tables = fillTables(emptyTables(), copy)
  await prepare(tables, copy.head)
  await beginEpoch(place, {
    tables,
    seq: Math.max(await aboveAll(place), copy.head.link.seq + 1),
    inDoubt: false,
    reason: 'replaced',
  })
  return copy.head
}
