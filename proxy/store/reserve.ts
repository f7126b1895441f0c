import { join } from 'node:path'
import { asAppError } from '../../shared/errors.ts'
import { writeDurably } from './durable-write.ts'
import type { Place } from './place.ts'
import { reserveName } from './place.ts'

/** Space for some hundred outcomes. */
const reservedBytes = 1024 * 1024

export const isFull = (thrown: unknown): boolean => asAppError(thrown).code === 'disk-full'

/** Space on the disk that is given up only for what has happened already, so that it is not forgotten (case G84). */
export interface Reserve {
  /** Given up: until `renew` gets it back, nothing new may begin. */
  isGone(): boolean
  free(): Promise<void>
  /** Takes the space again. Resolves to whether it is there now. */
  renew(): Promise<boolean>
}

/** Random bytes: zeros would take no space on a disk that compresses. */
export const openReserve = async (place: Place): Promise<Reserve> => {
  const { disk, folder, random } = place
  const path = join(folder, reserveName)
  let isGone = false
  const renew = async (): Promise<boolean> => {
    try {
      await writeDurably(disk, path, random(reservedBytes))
      isGone = false
    } catch {
      isGone = true
    }
    return !isGone
  }
  if (!(await disk.readdir(folder)).includes(reserveName)) await renew()
  return {
    isGone: () => isGone,
    free: async () => {
      isGone = true
      await disk.unlink(path)
    },
    renew,
  }
}
