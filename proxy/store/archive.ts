import { join } from 'node:path'
import type { Entry, Link, Segment } from './journal-line.ts'
import { readSegment } from './journal-line.ts'
import { writtenIn } from './layout.ts'
import type { Written } from './layout.ts'
import { moveAside } from './move-aside.ts'
import type { Place } from './place.ts'
import { archiveFolder, archivesIn, namesIn, segmentName, segmentsIn } from './place.ts'
import { readFrames, writeFrames } from './sealed-frames.ts'
import type { Change, Collection } from './store.ts'

/**
 * Journal segments that the snapshot has made superfluous, compressed and sealed: the audit trail (who, what, when, why). A start never
 * needs them; a recovery may.
 */
interface ArchiveHead extends Written {
  from: Link
  /** When the segment ended. */
  at: string
  /** Without what is no audit trail: only for reading, not for replay. */
  isThin: boolean
}

const headOf = (text: string): ArchiveHead => {
  const head = JSON.parse(text) as ArchiveHead
  return { ...head, ...writtenIn(head) }
}

const fileOf = (after: number): string => segmentName(after).replace(/log$/, 'sealed')
const pathOf = (place: Place, after: number): string => join(archiveFolder(place), fileOf(after))
const pieceLength = 256 * 1024

function* pieces(head: ArchiveHead, entries: Iterable<Entry>): Generator<string> {
  yield JSON.stringify(head)
  let texts: string[] = []
  let length = 0
  for (const entry of entries) {
    const text = JSON.stringify(entry)
    texts.push(text)
    length += text.length
    if (length < pieceLength) continue
    yield `[${texts.join(',')}]`
    texts = []
    length = 0
  }
  yield `[${texts.join(',')}]`
}

const write = (place: Place, head: ArchiveHead, entries: Iterable<Entry>): Promise<void> =>
  writeFrames(place, pathOf(place, head.from.seq), fileOf(head.from.seq), pieces(head, entries), true)

export interface Archive extends ArchiveHead {
  entries: Entry[]
}

/** Reads an archived segment; throws when it is missing or damaged. */
export const readArchive = async (place: Place, after: number): Promise<Archive> => {
  let head: ArchiveHead | null = null
  const entries: Entry[] = []
  for await (const text of readFrames(place, pathOf(place, after), fileOf(after))) {
    if (head === null) head = headOf(text)
    else entries.push(...(JSON.parse(text) as Entry[]))
  }
  if (head === null) throw new Error('an archive without a head')
  return { ...head, entries }
}

const archiveOne = async (place: Place, after: number): Promise<void> => {
  const { disk, folder, clock } = place
  const name = segmentName(after)
  const bytes = await disk.readFile(join(folder, name))
  let segment: Segment
  try {
    segment = readSegment(place, after, bytes)
  } catch {
    return moveAside(place, 'damaged', [name])
  }
  const { from, layout, program } = segment.header
  const head = { from, at: new Date(clock()).toISOString(), isThin: false, layout, program }
  await disk.mkdir(archiveFolder(place), { recursive: true, mode: 0o700 })
  await write(place, head, segment.entries())
  // What could not be read of it is kept as it is, for who wants to look at it.
  if (segment.fault === 'damaged') await moveAside(place, 'damaged', [name])
  else await disk.unlink(join(folder, name)).catch(() => {})
}

/** Moves every segment into the archive that begins before line `through`. */
export const archiveSegments = async (place: Place, through: number): Promise<void> => {
  const live = segmentsIn(await namesIn(place.disk, place.folder))
  for (const { number } of live.filter(({ number }) => number < through)) await archiveOne(place, number)
}

/** What tells nothing about who did what, and what names a person: it has to be gone some days after it was erased (LGPD art. 16). */
const noTrail: ReadonlySet<Collection> = new Set([
  'answers',
  'queries',
  'negativations',
  'invoiceLinks',
  'tasks',
  'batchItems',
  'heartbeats',
  'sweeps',
])

/** The raw words of a bureau or of a person may name somebody; what happened, when and by whom does not. */
const withoutWords = (change: Change): Change =>
  change.collection === 'history' && change.value
    ? { ...change, value: { ...change.value, text: null } }
    : change

const thinned = (entry: Entry): Entry => ({
  ...entry,
  changes: entry.changes.filter(({ collection }: Change) => !noTrail.has(collection)).map(withoutWords),
})

/**
 * Takes what is no trail out of the archives that ended before `limit` (ISO instant): nobody's data outlives its erasure in them.
 * @param known the numbers of those that are thin; they are not opened again, there is one more every day for years
 */
export const thinArchives = async (place: Place, limit: string, known: Set<number>): Promise<void> => {
  for (const { number } of archivesIn(await namesIn(place.disk, archiveFolder(place)))) {
    if (known.has(number)) continue
    const head = await readArchiveHead(place, number).catch(() => null)
    if (!head || (!head.isThin && head.at >= limit)) continue
    if (!head.isThin) {
      const { entries, ...whole } = await readArchive(place, number)
      await write(place, { ...whole, isThin: true }, entries.map(thinned))
    }
    known.add(number)
  }
}

const readArchiveHead = async (place: Place, after: number): Promise<ArchiveHead> => {
  for await (const text of readFrames(place, pathOf(place, after), fileOf(after))) return headOf(text)
  throw new Error('an archive without a head')
}
