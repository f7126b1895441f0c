import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { listBackups, readBackupAsKept, readBackupHead } from './backup.ts'
import { start } from './journal-line.ts'
import { bringForward, dataNewer, refuseNewer, refuseUnknown } from './layout.ts'
import type { Written } from './layout.ts'
import type { Place } from './place.ts'
import { archiveFolder, archivesIn, namesIn, segmentName, segmentsIn, snapshotsIn } from './place.ts'
import { readReach } from './reach.ts'
import type { Replayed } from './replay.ts'
import { replay } from './replay.ts'
import { readSegmentHead } from './segment-head.ts'
import { readSnapshot } from './snapshot-files.ts'
import type { Copy } from './snapshot.ts'
import { fillTables, readHead } from './snapshot.ts'
import type { Tables } from './tables.ts'
import { applyChanges, emptyTables } from './tables.ts'

/** What a folder holds, found without changing anything in it. */
export interface Found extends Replayed {
  tables: Tables
  /** `whole`; `repaired`: something is damaged and nothing is lost; `doubtful`: lines may be missing. */
  verdict: 'whole' | 'repaired' | 'doubtful'
  /** The file with the answers as the snapshot knows them; null when there is no such snapshot. */
  answers: string | null
  /** A number above every line that was ever seen. */
  beyond: number
  written: Written
  /** Begun for a new history that a crash ended before it had anything; the one before goes on. */
  unbegun: string | null
}

type Candidate = Omit<Found, 'verdict' | 'beyond' | 'unbegun'>

const from = async (place: Place, copy: Copy | null): Promise<Candidate> => {
  const tables = emptyTables()
  const { format } = place
  if (copy) {
    refuseNewer(copy.head, format)
    refuseUnknown(tables, copy.parts, copy.head, format)
    fillTables(tables, copy)
  }
  let answers = copy?.head.answers ?? null
  const base = { link: copy?.head.link ?? start, written: copy?.head ?? null }
  const replayed = await replay(place, base, (changes, written) => {
    refuseUnknown(tables, changes, written, format)
    if (changes.some(({ collection }) => collection === 'answers')) answers = null
    applyChanges(tables, changes)
  })
  const inDoubt = replayed.inDoubt || (copy?.head.inDoubt ?? false)
  return { ...replayed, tables, answers, inDoubt, written: replayed.written ?? format }
}

interface Folder {
  snapshots: { name: string; number: number }[]
  /** A snapshot is not there, though there was one: only a snapshot lets segments go into the archive. */
  lacksSnapshot: boolean
  /** Where the newest segment begins; null without any. */
  newest: number | null
  /** The one before it, when the newest holds nothing and belongs to no snapshot: a history that may never have begun. */
  before: number | null
  /** Written by a newer program. */
  newer: Written | null
  /** A line that is known to have been there. */
  reach: number
}

/** What the newest snapshot, and the segments that begin with it or later, say of themselves; all segments where it is not readable. */
const writtenThere = async (place: Place, names: readonly string[]): Promise<Written[]> => {
  const newest = snapshotsIn(names).at(-1)
  const head = newest
    ? await readHead(place, join(place.folder, newest.name), newest.name).catch(() => null)
    : null
  const since = newest && head ? newest.number : 0
  const later = segmentsIn(names).filter(({ number }) => number >= since)
  const read = later.map(({ number }) => readSegmentHead(place, number).catch(() => null))
  return [head, ...(await Promise.all(read))].filter((each) => each !== null)
}

const isBare = (place: Place, after: number): Promise<boolean> =>
  readSegmentHead(place, after).then(
    (head) => head.isBare,
    () => false,
  )

const look = async (place: Place): Promise<Folder> => {
  const names = await namesIn(place.disk, place.folder)
  const [backup] = await listBackups(place)
  const head = backup ? await readBackupHead(place, backup.name) : null
  const snapshots = snapshotsIn(names).toReversed()
  const archived = archivesIn(await namesIn(place.disk, archiveFolder(place)))
  const reach = Math.max(await readReach(place), head?.link.seq ?? 0, snapshots[0]?.number ?? 0)
  const [newest, before] = segmentsIn(names).toReversed()
  const isBegun = !newest || newest.number <= reach || !(await isBare(place, newest.number))
  const written = await writtenThere(place, names)
  return {
    snapshots,
    lacksSnapshot: snapshots.length === 0 && archived.length > 0,
    newest: newest?.number ?? null,
    before: isBegun ? null : (before?.number ?? null),
    newer: written.find(({ layout }) => layout > place.format.layout) ?? null,
    reach,
  }
}

const aboveFolder = ({ reach, newest }: Folder): number => Math.max(reach, newest ?? 0) + 1

/** A number above every line that the files tell of, readable or not. */
export const aboveAll = async (place: Place): Promise<number> => aboveFolder(await look(place))

/** Nothing is missing: it ends in the newest segment, and no line, snapshot or backup is known that reaches further. */
const isComplete = ({ newest, before, reach, snapshots }: Folder, { segment, last }: Candidate): boolean =>
  segment !== null &&
  (segment.after === newest || segment.after === before) &&
  last.seq >= reach &&
  // A snapshot is made after the segment that goes on from it: without that one, lines are missing.
  segment.after >= (snapshots[0]?.number ?? 0)

/** Further copies to begin from, the newest first, that may reach beyond what was found so far. */
async function* otherCopies(place: Place, folder: Folder, beyond: () => number): AsyncGenerator<Copy | null> {
  for (const { name } of folder.snapshots.slice(1)) {
    const copy = await readSnapshot(place, name).catch(() => null)
    if (copy) yield copy
  }
  // A copy that reaches less far leads, over the journal, to the same end at the most.
  for (const { name } of await listBackups(place)) {
    const head = await readBackupHead(place, name)
    if (!head || head.link.seq <= beyond()) continue
    refuseNewer(head, place.format)
    const copy = await readBackupAsKept(place, join(place.backups, name)).catch(() => null)
    if (copy) yield copy
  }
  // From the very first line.
  if (beyond() === 0) yield null
}

/**
 * What the folder of a known installation holds, in the layout that it was written in. The newest snapshot and the journal after it; when that is not whole, the newest good
 * copy from which the journal and its archives reach furthest. Never an empty database on doubt (case G81).
 * @throws `store-unreadable` when nothing good is left, `data-newer`
 */
export const recoverAsKept = async (place: Place): Promise<Found> => {
  const folder = await look(place)
  if (folder.newer) throw dataNewer(folder.newer, place.format)
  const [newest] = folder.snapshots
  const copy = newest ? await readSnapshot(place, newest.name).catch(() => null) : null
  let best = copy || !newest ? await from(place, copy) : null
  let isWhole = best !== null && isComplete(folder, best)
  const verdict = isWhole && !folder.lacksSnapshot ? 'whole' : 'repaired'
  if (!isWhole)
    for await (const other of otherCopies(place, folder, () => best?.last.seq ?? 0)) {
      const next = await from(place, other)
      if (!best || next.last.seq > best.last.seq) best = next
      isWhole = isComplete(folder, best)
      if (isWhole) break
    }
  if (!best || (!isWhole && best.last.seq === 0)) throw new AppError('store-unreadable')
  const beyond = Math.max(aboveFolder(folder), best.last.seq + 1)
  const isBegun = !isWhole || folder.newest === null || best.segment?.after === folder.newest
  const unbegun = isBegun ? null : segmentName(folder.newest!)
  return { ...best, verdict: isWhole ? verdict : 'doubtful', beyond, unbegun }
}

/** As `recoverAsKept`, in this program's layout. */
export const recover = async (place: Place): Promise<Found> => {
  const found = await recoverAsKept(place)
  bringForward(found.tables, found.written, place.format)
  return found
}
