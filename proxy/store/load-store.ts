import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { makeBackup } from './backup.ts'
import { beginEpoch, copyOf } from './epoch.ts'
import { beginSegment, cutSegment } from './journal.ts'
import type { OpenSegment } from './journal.ts'
import { start } from './journal-line.ts'
import { bringForward, writtenIn } from './layout.ts'
import { moveAside } from './move-aside.ts'
import type { Place } from './place.ts'
import { answersIn, archiveFolder, namesIn, segmentsIn, snapshotsIn } from './place.ts'
import { previousNames, readPrevious } from './previous-layout.ts'
import { recoverAsKept } from './recover.ts'
import type { Found } from './recover.ts'
import type { Tables } from './tables.ts'
import { emptyTables } from './tables.ts'
import { writeFailure } from './write-failure.ts'

export interface Loaded {
  tables: Tables
  segment: OpenSegment
  answers: string | null
  inDoubt: boolean
  /** A damaged file was made good; a new snapshot is due. */
  isRepaired: boolean
}

/** What a write of the store's own files leaves behind when the process dies in it; a backup begins with its instant. */
const leftover =
  /^((snapshot|answers|journal|reach|reserve|manifest)\b[\w.]*|\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z-[a-z-]+\.backup)\.\d+-\d+\.tmp$/

/** As large as what was to be written, so that a process that dies again and again would fill the disk. What cannot go stays. */
const clearLeftovers = async (place: Place): Promise<void> => {
  const { disk, folder, backups } = place
  for (const each of [folder, archiveFolder(place), backups])
    for (const name of await namesIn(disk, each).catch(() => []))
      if (leftover.test(name)) await disk.unlink(join(each, name)).catch(() => {})
}

/** Whether a folder's names show that a store was there; a temporary file alone is a first start that broke off. */
export const showStore = (names: readonly string[]): boolean =>
  [snapshotsIn(names), segmentsIn(names), previousNames(names)].some(({ length }) => length > 0)

/** Data of an older layout become those of this one, in a new history; a copy of the older ones is kept. */
const migrate = async (
  place: Place,
  found: Pick<Found, 'tables' | 'last' | 'written'> & { seq: number; inDoubt: boolean },
  reason: 'previous' | 'migrated',
): Promise<Loaded> => {
  const { tables, last, written, seq, inDoubt } = found
  const before = copyOf(place, tables, last, inDoubt, written)
  try {
    bringForward(tables, written, place.format)
  } catch (thrown) {
    throw new AppError('store-unreadable', { cause: thrown })
  }
  await makeBackup(place, 'before-migration', before)
  const epoch = await beginEpoch(place, { tables, seq, inDoubt, reason })
  return { ...epoch, tables, inDoubt, isRepaired: false }
}

/** Everything that was kept before the journal becomes the first snapshot; the old files are kept aside. */
const loadPrevious = async (place: Place, names: readonly string[]): Promise<Loaded> => {
  const tables = await readPrevious(place).catch((thrown: unknown) => {
    throw new AppError('store-unreadable', { cause: thrown })
  })
  const unfinished = [...segmentsIn(names), ...answersIn(names)].map(({ name }) => name)
  await moveAside(place, 'previous', unfinished)
  const seq = 1
  const kept = { tables, last: { seq, tag: '' }, written: writtenIn({}), seq, inDoubt: false }
  const loaded = await migrate(place, kept, 'previous')
  await moveAside(place, 'previous', previousNames(names))
  return loaded
}

const loadKnown = async (place: Place): Promise<Loaded> => {
  const found = await recoverAsKept(place)
  const { tables, segment, verdict, beyond: seq } = found
  await clearLeftovers(place)
  if (found.unbegun) await moveAside(place, 'unbegun', [found.unbegun])
  const isLost = verdict === 'doubtful' || !segment
  const inDoubt = isLost || found.inDoubt
  const isRepaired = verdict === 'repaired'
  if (found.written.layout < place.format.layout)
    return { ...(await migrate(place, { ...found, seq, inDoubt }, 'migrated')), isRepaired }
  if (isLost) {
    const epoch = await beginEpoch(place, { tables, seq, inDoubt, reason: 'doubtful' })
    return { ...epoch, tables, inDoubt, isRepaired: false }
  }
  if (found.isTorn) await cutSegment(place, segment)
  if (isRepaired) {
    const names = await namesIn(place.disk, place.folder)
    const damaged = [...snapshotsIn(names), ...answersIn(names)].map(({ name }) => name)
    await moveAside(place, 'damaged', damaged)
  }
  return { tables, segment, answers: isRepaired ? null : found.answers, inDoubt, isRepaired }
}

const load = async (place: Place, isKnown: boolean): Promise<Loaded> => {
  const { disk, folder } = place
  await disk.mkdir(folder, { recursive: true, mode: 0o700 })
  const names = await disk.readdir(folder)
  if (!isKnown && !showStore(names)) {
    await clearLeftovers(place)
    const segment = await beginSegment(place, start, false)
    return { tables: emptyTables(), segment, answers: null, inDoubt: false, isRepaired: false }
  }
  const previous = previousNames(names)
  if (previous.length > 0 && snapshotsIn(names).length === 0) {
    await clearLeftovers(place)
    return loadPrevious(place, names)
  }
  // A move from the previous layout that broke off after its last step but one.
  await moveAside(place, 'previous', previous)
  return loadKnown(place)
}

/**
 * Brings the folder into a state from which commits go on.
 *
 * When something may be lost (a file that was there is missing, empty, cut, altered or foreign, and no copy reaches as far as the files
 * say that there was) the store comes up in doubt, in a new history that begins with the newest consistent prefix. Doubt is not refusal.
 * A removal of what the prefix knows is right whatever was lost after it: at worst the bureau answers that the name is clear already;
 * refusing to write would keep paid names listed. An inclusion is not: what was lost may hold the same debt. So commits go on and
 * `status` says that inclusions are off, until a person restores a copy. Only with nothing good at all is there nothing to go on from.
 * @throws `store-unreadable` or `data-newer`, and then nothing in the folder has changed; `disk-full`, `store-write-failed`
 */
export const loadStore = async (place: Place, isKnown: boolean): Promise<Loaded> => {
  try {
    return await load(place, isKnown)
  } catch (thrown) {
    throw writeFailure(thrown)
  }
}
