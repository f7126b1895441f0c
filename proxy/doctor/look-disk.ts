import { constants } from 'node:fs'
import { access, readFile, readdir, stat, statfs } from 'node:fs/promises'
import type { Disk } from '../store/disk.ts'
import { nodeDisk } from '../store/disk.ts'

export interface Seen {
  isFolder: boolean
  /** Rights, e.g. 0o600. */
  mode: number
  /** Unix milliseconds. */
  changedAt: number
}

/** The disk as the doctor uses it: it looks. */
export interface LookDisk {
  /** Null when there is no such file. */
  see(path: string): Promise<Seen | null>
  names(folder: string): Promise<string[]>
  text(path: string): Promise<string | null>
  isWritable(path: string): Promise<boolean>
  /** Null where the system does not tell. */
  free(path: string): Promise<{ free: number } | null>
  /** For the parts of the program that read a store; the doctor calls none that writes. */
  store: Disk
}

const orNull = async <Result>(work: Promise<Result>): Promise<Result | null> => work.catch(() => null)

export const nodeLookDisk: LookDisk = {
  see: async (path) => {
    const seen = await orNull(stat(path))
    return seen && { isFolder: seen.isDirectory(), mode: seen.mode & 0o777, changedAt: seen.mtimeMs }
  },
  names: async (folder) => (await orNull(readdir(folder))) ?? [],
  text: (path) => orNull(readFile(path, 'utf8')),
  isWritable: (path) =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
  free: async (path) => {
    const space = await orNull(statfs(path))
    return space && { free: space.bavail * space.bsize }
  },
  store: nodeDisk,
}
