import { join } from 'node:path'
import { liveHolder } from '../lock/lock.ts'
import type { Facts } from './facts.ts'
import type { World } from './gather.ts'

/** Who holds the data folder; only read, never taken. */
export const lookAtLock = async ({
  folder,
  disk,
  startOf,
}: Pick<World, 'folder' | 'disk' | 'startOf'>): Promise<Facts['lock']> => {
  const text = await disk.text(join(folder, 'lock'))
  if (text === null) return { state: 'none', pid: null }
  const pid = await liveHolder(text, startOf)
  return pid === null ? { state: 'dead', pid: null } : { state: 'live', pid }
}
