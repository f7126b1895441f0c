import { archiveSegments } from './archive.ts'
import type { OpenSegment } from './journal.ts'
import { beginSegment } from './journal.ts'
import type { Link } from './journal-line.ts'
import type { Written } from './layout.ts'
import { moveAside } from './move-aside.ts'
import type { Place } from './place.ts'
import { answersIn, namesIn, snapshotsIn } from './place.ts'
import { writeReach } from './reach.ts'
import { writeSnapshot } from './snapshot-files.ts'
import type { Copy } from './snapshot.ts'
import { partsOf } from './snapshot.ts'
import type { Tables } from './tables.ts'

export const copyOf = (
  place: Place,
  tables: Tables,
  link: Link,
  inDoubt: boolean,
  { layout, program }: Written = place.format,
): Copy => ({
  head: { link, at: new Date(place.clock()).toISOString(), inDoubt, answers: null, layout, program },
  parts: partsOf(tables),
})

interface Epoch {
  tables: Tables
  /** Above every line that was ever there, so that no old file can be taken for one of the new history. */
  seq: number
  inDoubt: boolean
  /** Why what lies in the folder no longer counts. */
  reason: 'doubtful' | 'replaced' | 'previous' | 'migrated'
}

/**
 * Begins a new history from `tables`: after a loss, a restore or a move from an older layout. What the folder held goes into the
 * archive as far as it can be read, and aside. A crash before the new snapshot stands leaves the old history, one after it the new.
 */
export const beginEpoch = async (
  place: Place,
  { tables, seq, inDoubt, reason }: Epoch,
): Promise<{ segment: OpenSegment; answers: string }> => {
  const link = { seq, tag: Buffer.from(place.random(16)).toString('base64url') }
  const segment = await beginSegment(place, link, inDoubt)
  const answers = await writeSnapshot(place, copyOf(place, tables, link, inDoubt), null)
  await writeReach(place, link)
  const names = await namesIn(place.disk, place.folder)
  const old = [...snapshotsIn(names), ...answersIn(names)].filter(({ number }) => number < seq)
  await moveAside(
    place,
    reason,
    old.map(({ name }) => name),
  )
  await archiveSegments(place, seq)
  return { segment, answers }
}
