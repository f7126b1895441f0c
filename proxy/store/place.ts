import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import type { Clock, Random } from '../../shared/clock.ts'
import type { Disk } from './disk.ts'
import type { DataFormat } from './layout.ts'

/** Where one installation keeps, and under which key. */
export interface Place {
  /** Holds snapshot, journal, `archive/` and `aside/`. */
  folder: string
  /** Beside the folder, so that who empties the one does not empty the other (case G81). */
  backups: string
  key: KeyObject
  /** Stands in every file: a file of another installation does not open. */
  installation: string
  disk: Disk
  random: Random
  clock: Clock
  /** What is written, and how older data become it. */
  format: DataFormat
}

const padded = (seq: number): string => String(seq).padStart(12, '0')

export const snapshotName = (through: number): string => `snapshot.${padded(through)}.sealed`
export const answersName = (through: number): string => `answers.${padded(through)}.part.sealed`
export const segmentName = (after: number): string => `journal.${padded(after)}.log`
export const reachName = 'reach.sealed'
export const reserveName = 'reserve'
export const archiveFolder = ({ folder }: Place): string => join(folder, 'archive')

const numberIn = (pattern: RegExp, name: string): number | null => {
  const [, digits] = pattern.exec(name) ?? []
  return digits === undefined ? null : Number(digits)
}
const numbered = (pattern: RegExp) => (names: readonly string[]) =>
  names
    .map((name) => ({ name, number: numberIn(pattern, name) }))
    .filter((each): each is { name: string; number: number } => each.number !== null)
    .toSorted((a, b) => a.number - b.number)

/** Which of a folder's names are of each kind, oldest first. */
export const snapshotsIn = numbered(/^snapshot\.(\d{12})\.sealed$/)
export const answersIn = numbered(/^answers\.(\d{12})\.part\.sealed$/)
export const segmentsIn = numbered(/^journal\.(\d{12})\.log$/)
export const archivesIn = numbered(/^journal\.(\d{12})\.sealed$/)

/** A folder's names; none when it is not there. */
export const namesIn = (disk: Disk, folder: string): Promise<string[]> =>
  disk.readdir(folder).catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
    throw thrown
  })
