import type { FileHandle } from 'node:fs/promises'
import type { Disk } from './disk.ts'
import { nodeDisk } from './disk.ts'

/** The disk of a process that can be killed: afterwards nothing of it reaches the files any more. */
export const dyingDisk = (): { disk: Disk; die: () => Promise<void> } => {
  let isDead = false
  const under = new Set<Promise<unknown>>()
  const files: FileHandle[] = []
  const mortal =
    <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (isDead) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      const running = act(...args)
      under.add(running)
      return running.finally(() => under.delete(running))
    }
  const frail = (file: FileHandle): FileHandle => {
    return Object.assign(file, {
      write: mortal(file.write.bind(file) as (...args: never[]) => Promise<unknown>),
      writeFile: mortal(file.writeFile.bind(file)),
      appendFile: mortal(file.appendFile.bind(file)),
      sync: mortal(file.sync.bind(file)),
      datasync: mortal(file.datasync.bind(file)),
      truncate: mortal(file.truncate.bind(file)),
    })
  }
  const open = mortal(nodeDisk.open)
  const disk: Disk = {
    ...nodeDisk,
    open: async (...args) => {
      const file = frail(await open(...args))
      files.push(file)
      return file
    },
    mkdir: mortal(nodeDisk.mkdir) as Disk['mkdir'],
    rename: mortal(nodeDisk.rename),
    unlink: mortal(nodeDisk.unlink),
  }
  return {
    disk,
    die: async () => {
      isDead = true
      await Promise.allSettled(under)
      await Promise.allSettled(files.map((file) => file.close()))
    },
  }
}
