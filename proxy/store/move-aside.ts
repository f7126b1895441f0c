import { join } from 'node:path'
import { renamePatiently } from './durable-write.ts'
import type { Place } from './place.ts'

/**
 * Moves files that the store no longer goes by into `aside/`, under the instant and the reason. Nothing that was ever kept is deleted
 * on doubt (case G81): a person may still need it.
 */
export const moveAside = async (
  place: Place,
  reason: 'damaged' | 'doubtful' | 'replaced' | 'previous' | 'migrated' | 'unbegun',
  names: readonly string[],
): Promise<void> => {
  if (names.length === 0) return
  const { disk, folder, clock } = place
  const aside = join(folder, 'aside')
  await disk.mkdir(aside, { recursive: true, mode: 0o700 })
  const at = new Date(clock()).toISOString().replaceAll(':', '')
  for (const name of names) {
    const unique = Buffer.from(place.random(3)).toString('hex')
    await renamePatiently(disk, join(folder, name), join(aside, `${at}-${unique}-${reason}-${name}`))
  }
}
