import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'

/** What the store and the vault need of a disk; a test hands in one that fails. */
export interface Disk {
  mkdir: typeof mkdir
  open: typeof open
  readFile: typeof readFile
  readdir: (folder: string) => Promise<string[]>
  rename: typeof rename
  unlink: typeof unlink
  wait: (milliseconds: number) => Promise<void>
  /** Flags to append with, under which a write is durable when it resolves; null where the system promises no such thing. */
  durableAppend: number | null
}

/** On Linux write and fdatasync in one call; on macOS it stops at the drive's cache, on Windows it differs by drive. */
const { O_APPEND, O_WRONLY, O_DSYNC } = constants
const durableAppend = process.platform === 'linux' ? O_APPEND | O_WRONLY | O_DSYNC : null

export const nodeDisk: Disk = {
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  unlink,
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
  durableAppend,
}

/** The code of a failed system call, e.g. `ENOENT`; undefined for anything else. */
export const errorCode = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined
