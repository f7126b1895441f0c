import { join } from 'node:path'
import { readArchive } from './archive.ts'
import type { Link } from './journal-line.ts'
import { readSegment } from './journal-line.ts'
import type { OpenSegment } from './journal.ts'
import type { Written } from './layout.ts'
import type { Place } from './place.ts'
import { archiveFolder, archivesIn, namesIn, segmentName, segmentsIn } from './place.ts'
import type { Change } from './store.ts'

/** How far the journal goes on from a copy. */
export interface Replayed {
  last: Link
  /** The segment in the store's folder that it ended in; null: in an archive, or nowhere. */
  segment: OpenSegment | null
  /** Bytes after the good part, of a batch that a crash cut. */
  isTorn: boolean
  /** As the last segment says. */
  inDoubt: boolean
  /** The layout of all of it; null where there was nothing to read. */
  written: Written | null
}

interface Piece {
  from: Link
  inDoubt: boolean
  isThin: boolean
  written: Written
  entries: Iterable<Link & { changes: Change[] }>
  /** Asked after the entries have been read. */
  end(): Pick<Replayed, 'segment' | 'isTorn'> & { isDamaged: boolean }
}

const livePiece = async (place: Place, after: number): Promise<Piece> => {
  const segment = readSegment(place, after, await place.disk.readFile(join(place.folder, segmentName(after))))
  const { from, inDoubt, layout, program } = segment.header
  return {
    from,
    inDoubt,
    isThin: false,
    written: { layout, program },
    entries: segment.entries(),
    end: () => ({
      segment: { after, last: segment.last, length: segment.length, lines: segment.lines },
      isTorn: segment.fault === 'torn',
      isDamaged: segment.fault === 'damaged',
    }),
  }
}

const archiveEnd: Piece['end'] = () => ({ segment: null, isTorn: false, isDamaged: false })

const archivedPiece = async (place: Place, after: number): Promise<Piece> => {
  const { from, isThin, entries, layout, program } = await readArchive(place, after)
  return { from, inDoubt: false, isThin, written: { layout, program }, entries, end: archiveEnd }
}

const same = (a: Link, b: Link): boolean => a.seq === b.seq && a.tag === b.tag

/** Calls `apply` for what the piece holds after `base`. False when the piece does not hold `base`: then it is of another history. */
const playPiece = (piece: Piece, base: Link, apply: (changes: Change[]) => void): Link | null => {
  let last = piece.from
  let isOn = same(last, base)
  for (const entry of piece.entries) {
    last = { seq: entry.seq, tag: entry.tag }
    if (isOn) apply(entry.changes)
    else isOn = same(last, base)
  }
  return isOn ? last : null
}

/**
 * Applies everything that the journal, in the store's folder or archived, holds after `base`, as far as its chain is whole: a consistent
 * prefix of what was ever committed, all of it in one layout: that of `base` where it is given. Changes nothing on the disk.
 */
export const replay = async (
  place: Place,
  base: { link: Link; written: Written | null },
  apply: (changes: Change[], written: Written) => void,
): Promise<Replayed> => {
  const live = segmentsIn(await namesIn(place.disk, place.folder)).map(({ number }) => number)
  const archived = archivesIn(await namesIn(place.disk, archiveFolder(place))).map(({ number }) => number)
  const starts = [...new Set([...live, ...archived])].toSorted((a, b) => a - b)
  const { link, written } = base
  const result: Replayed = { last: link, segment: null, isTorn: false, inDoubt: false, written }
  for (let at = starts.findLastIndex((after) => after <= link.seq); at >= 0 && at < starts.length; at += 1) {
    const after = starts[at]!
    if (after > result.last.seq) break
    const piece = await (live.includes(after) ? livePiece : archivedPiece)(place, after).catch(() => null)
    if (!piece || piece.isThin || (result.written && piece.written.layout !== result.written.layout)) break
    const last = playPiece(piece, result.last, (changes) => apply(changes, piece.written))
    if (!last) break
    const { isDamaged, ...end } = piece.end()
    Object.assign(result, end, { last, inDoubt: piece.inDoubt, written: piece.written })
    if (isDamaged) {
      // Not to be gone on from: what came after the damage would be lost without a trace.
      result.segment = null
      break
    }
  }
  return result
}
