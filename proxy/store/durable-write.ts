import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Disk } from './disk.ts'
import { errorCode } from './disk.ts'

/** On Windows an antivirus or a sync client holds the old file for a moment (case G82). */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES'])
const tries = 9

/** `rename` with patience: ten milliseconds, doubled each time, about two seconds in all. */
export const renamePatiently = async (disk: Disk, from: string, to: string): Promise<void> => {
  for (let left = tries; ; left -= 1) {
    try {
      return await disk.rename(from, to)
    } catch (thrown) {
      if (left === 1 || !passing.has(errorCode(thrown) ?? '')) throw thrown
      await disk.wait(Math.min(10 * 2 ** (tries - left), 500))
    }
  }
}

const syncFolder = async (disk: Disk, folder: string): Promise<void> => {
  // Windows opens no folder as a file, and its rename is durable without.
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

let written = 0

/**
 * Puts what `fill` writes at `path` so that a crash at any point leaves the old file or the new one, whole (case G84): own temporary
 * file with mode 0600, fsync, rename, fsync of the folder. Throws the system's error; the old file then still stands.
 */
export const fillDurably = async (
  disk: Disk,
  path: string,
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> => {
  written += 1
  const temporary = `${path}.${process.pid}-${written}.tmp`
  try {
    const file = await disk.open(temporary, 'wx', 0o600)
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await renamePatiently(disk, temporary, path)
  } catch (thrown) {
    await disk.unlink(temporary).catch(() => {})
    throw thrown
  }
  await syncFolder(disk, dirname(path))
}

/** `fillDurably` with bytes that are there at once. */
export const writeDurably = (disk: Disk, path: string, bytes: Uint8Array): Promise<void> =>
  fillDurably(disk, path, (file) => file.writeFile(bytes))
