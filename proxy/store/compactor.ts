import { archiveSegments } from './archive.ts'
import { copyOf } from './epoch.ts'
import { inTurn } from './in-turn.ts'
import type { Journal } from './journal.ts'
import type { Place } from './place.ts'
import { writeReach } from './reach.ts'
import { removeOlderSnapshots, writeSnapshot } from './snapshot-files.ts'
import type { Copy } from './snapshot.ts'
import type { Tables } from './tables.ts'

interface CompactorOptions {
  place: Place
  tables: Tables
  journal: Journal
  inDoubt: boolean
  /** The file that holds the answers as they are; null when there is none. */
  answers: string | null
}

export interface Compactor {
  /** An answer was put or erased: the next snapshot writes their file anew. */
  answersChanged(): void
  /** Everything that is kept at one moment. */
  copy(): Promise<Copy>
  /** New segment, new snapshot, older segments into the archive. Commits go on meanwhile. Throws the system's error; all is then as before. */
  compact(): Promise<void>
}

/** Makes the snapshots of a running store, one at a time. */
export const createCompactor = (options: CompactorOptions): Compactor => {
  const { place, tables, journal, inDoubt } = options
  const turn = inTurn()
  let { answers } = options
  let version = 0

  return {
    answersChanged: () => {
      version += 1
      answers = null
    },
    copy: () => journal.still((link) => copyOf(place, tables, link, inDoubt)),
    compact: () =>
      turn(async () => {
        const cut = await journal.rotate((link) => ({
          copy: copyOf(place, tables, link, inDoubt),
          answers,
          version,
        }))
        const { link } = cut.copy.head
        const written = await writeSnapshot(place, cut.copy, cut.answers)
        if (cut.version === version) answers = written
        await writeReach(place, link)
        await removeOlderSnapshots(place, link.seq, written)
        await archiveSegments(place, link.seq)
      }),
  }
}
