import type { FileHandle } from 'node:fs/promises'
import type { Disk } from '../../proxy/store/disk.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import { failing } from './store-room.ts'

/** How a disk fails at one of its changes: the process dies there, in the middle of the write where it is one; or that one fails. */
export type End = 'killed' | 'failed'

/** A disk that fails at its change number `at`, counted from 1; what it does not change is not counted. */
export const mortalDisk = (at: number, end: End): { disk: Disk; changes: () => number } => {
  let changes = 0
  const falls = (): boolean => {
    changes += 1
    return end === 'failed' ? changes === at : changes >= at
  }
  const fall = (): never => {
    throw failing('EIO')
  }
  const guarded =
    <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> =>
      falls() ? fall() : act(...args)
  const frail = (file: FileHandle): FileHandle => {
    const write = file.write.bind(file)
    const put =
      (whole: (bytes: Uint8Array) => Promise<void>) =>
      async (bytes: Uint8Array): Promise<void> => {
        if (!falls()) return whole(bytes)
        if (end === 'killed' && changes === at) await write(bytes.subarray(0, bytes.length >> 1))
        fall()
      }
    return Object.assign(file, {
      writeFile: put(file.writeFile.bind(file) as (bytes: Uint8Array) => Promise<void>),
      appendFile: put(file.appendFile.bind(file) as (bytes: Uint8Array) => Promise<void>),
      sync: guarded(file.sync.bind(file)),
      datasync: guarded(file.datasync.bind(file)),
      truncate: guarded(file.truncate.bind(file)),
    })
  }
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, flags, mode) => {
      if (flags === 'wx' && falls()) fall()
      return frail(await nodeDisk.open(path, flags, mode))
    },
    mkdir: guarded(nodeDisk.mkdir) as Disk['mkdir'],
    rename: guarded(nodeDisk.rename),
    unlink: guarded(nodeDisk.unlink),
  }
  return { disk, changes: () => changes }
}
