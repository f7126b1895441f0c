import { join } from 'node:path'
import type { Place } from './place.ts'
import { answersIn, answersName, namesIn, snapshotName, snapshotsIn } from './place.ts'
import type { Copy, CopyHead } from './snapshot.ts'
import { readCopy, writeCopy } from './snapshot.ts'

const isHeavy = ({ collection }: { collection: string }): boolean => collection === 'answers'

/**
 * The snapshot in the store's folder: one file, and a second one for the heavy answers, which is written anew only when one of them
 * has changed. The first names the second and is written last, so that a crash in between leaves the older pair.
 */
export const writeSnapshot = async (
  place: Place,
  copy: Copy,
  /** The file that holds the answers as they are now; null: they have changed. */
  keptAnswers: string | null,
): Promise<string> => {
  const { head, parts } = copy
  const { seq } = head.link
  const answers = keptAnswers ?? answersName(seq)
  if (!keptAnswers)
    await writeCopy(place, join(place.folder, answers), answers, { head, parts: parts.filter(isHeavy) })
  const name = snapshotName(seq)
  const rest = { head: { ...head, answers }, parts: parts.filter((part) => !isHeavy(part)) }
  await writeCopy(place, join(place.folder, name), name, rest)
  return answers
}

/** The snapshot of that name with its answers; throws when one of the two files is missing or damaged. */
export const readSnapshot = async (place: Place, name: string): Promise<Copy & { head: CopyHead }> => {
  const copy = await readCopy(place, join(place.folder, name), name)
  const { answers } = copy.head
  if (answers === null) throw new Error('a snapshot without answers')
  const heavy = await readCopy(place, join(place.folder, answers), answers)
  return { head: copy.head, parts: [...copy.parts, ...heavy.parts] }
}

/** Removes the snapshots that the one through `seq` has replaced. What is held open (on Windows) goes with the next one. */
export const removeOlderSnapshots = async (place: Place, seq: number, answers: string): Promise<void> => {
  const names = await namesIn(place.disk, place.folder)
  const old = [
    ...snapshotsIn(names).filter(({ number }) => number < seq),
    ...answersIn(names).filter(({ name, number }) => name !== answers && number <= seq),
  ]
  for (const { name } of old) await place.disk.unlink(join(place.folder, name)).catch(() => {})
}
