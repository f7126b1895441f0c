import { join } from 'node:path'
import { z } from 'zod'
import { listBackups } from './backup.ts'
import type { Disk } from './disk.ts'
import { errorCode } from './disk.ts'
import { writeDurably } from './durable-write.ts'
import type { Place } from './place.ts'
import { namesIn } from './place.ts'

/** How the last try to bring a copy to the second place ended; lies beside the copies, for the doctor. */
export const secondPlaceNote = z.object({
  at: z.iso.datetime(),
  isThere: z.boolean(),
  /** Of the newest copy that lies there; null when none was ever brought. */
  copyAt: z.iso.datetime().nullable(),
  /** The system's word, e.g. `ENOENT`. */
  code: z.string().nullable(),
})
export type SecondPlaceNote = z.infer<typeof secondPlaceNote>
export const secondPlaceFile = 'second-place.json'

/** As many as at the first place. */
const kept = 14

/** The folder of one installation on the other disk: several may share it. */
export const secondFolder = (folder: string, installation: string): string =>
  join(folder, `nada-consta-${installation.slice(0, 8)}`)

/** Brings each day's copy to another disk or share as well. */
export interface SecondPlace {
  /** Brings the newest daily copy when it is not there. Never rejects; a share that hangs holds up nobody. */
  bring(): Promise<void>
  isFailing(): boolean
}

const thin = async (disk: Disk, folder: string): Promise<void> => {
  const daily = (await listBackups({ disk, backups: folder })).filter(({ kind }) => kind === 'daily')
  for (const { name } of daily.slice(kept)) await disk.unlink(join(folder, name)).catch(() => {})
}

/**
 * @param place whose backups are brought. @param folder on the other disk. It has to be there: a disk that is not mounted leaves nothing
 * but its empty name, and making the folder would write the copy beside what it is to outlive.
 */
export const secondPlace = (place: Place, folder: string): SecondPlace => {
  const { disk, backups, installation, clock } = place
  const target = secondFolder(folder, installation)
  let working: Promise<void> | null = null
  let noted: SecondPlaceNote | null = null

  const note = async (fields: Pick<SecondPlaceNote, 'isThere' | 'code'>, copyAt: string | null) => {
    const next = { at: new Date(clock()).toISOString(), copyAt: copyAt ?? noted?.copyAt ?? null, ...fields }
    const isSame = noted?.code === next.code && noted.copyAt === next.copyAt
    noted = next
    if (!isSame) await writeDurably(disk, join(backups, secondPlaceFile), Buffer.from(JSON.stringify(next)))
  }
  const copy = async (): Promise<void> => {
    const [newest] = (await listBackups(place)).filter(({ kind }) => kind === 'daily')
    if (!newest) return
    await disk.mkdir(target, { mode: 0o700 }).catch((thrown: unknown) => {
      if (errorCode(thrown) !== 'EEXIST') throw thrown
    })
    const path = join(target, newest.name)
    if (!(await namesIn(disk, target)).includes(newest.name)) {
      await writeDurably(disk, path, await disk.readFile(join(backups, newest.name)))
      await thin(disk, target)
    }
    await note({ isThere: true, code: null }, newest.at)
  }

  return {
    bring: () =>
      (working ??= copy()
        .catch((thrown: unknown) => note({ isThere: false, code: errorCode(thrown) ?? 'unknown' }, null))
        .catch(() => {})
        .finally(() => void (working = null))),
    isFailing: () => noted?.isThere === false,
  }
}
