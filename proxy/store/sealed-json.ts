import type { CipherKey } from 'node:crypto'
import { join } from 'node:path'
import type { Random } from '../../shared/clock.ts'
import type { Disk } from './disk.ts'
import { writeDurably } from './durable-write.ts'
import { seal, unseal } from './seal.ts'

export interface SealedFolder {
  folder: string
  key: CipherKey
  random: Random
  disk: Disk
}

/** What lowdb calls an adapter: reads and writes one JSON value, here in a sealed file. A missing or damaged file throws. */
export const sealedJson = <Value>({ folder, key, random, disk }: SealedFolder, name: string) => {
  const path = join(folder, name)
  return {
    read: async (): Promise<Value> => {
      const value = JSON.parse(unseal(key, name, await disk.readFile(path))) as Value | null
      // lowdb would take null for "nothing yet" and go on with its defaults.
      if (value === null) throw new Error('sealed file holds null')
      return value
    },
    write: (value: Value): Promise<void> =>
      writeDurably(disk, path, seal(key, name, JSON.stringify(value), random)),
  }
}
