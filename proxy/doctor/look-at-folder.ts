import { join } from 'node:path'
import type { Facts, Syncer } from './facts.ts'
import type { World } from './gather.ts'

/** Only these hold or open secrets, beside the folder itself. */
const secretFiles = ['vault.key', 'vault.sealed', 'console.key', 'lock']

const syncers: readonly [Syncer, RegExp][] = [
  ['OneDrive', /[\\/]OneDrive\b/i],
  ['Dropbox', /[\\/]Dropbox\b/i],
  ['Google Drive', /[\\/](?:Google ?Drive|My Drive|Meu Drive)\b/i],
  ['iCloud', /[\\/](?:Mobile Documents|iCloudDrive)\b/i],
  ['Nextcloud', /[\\/](?:Nextcloud|ownCloud)\b/i],
]

/** The program that copies this folder about (case G82); null when none is known to. */
export const syncedBy = (folder: string, env: NodeJS.ProcessEnv): Syncer | null => {
  const oneDrive = [env['OneDrive'], env['OneDriveConsumer'], env['OneDriveCommercial']]
  if (oneDrive.some((root) => root && folder.toLowerCase().startsWith(root.toLowerCase()))) return 'OneDrive'
  return syncers.find(([, pattern]) => pattern.test(folder))?.[0] ?? null
}

/** The data folder's rights and times. */
export const lookAtFolder = async ({
  folder,
  env,
  platform,
  disk,
  clock,
}: Pick<World, 'folder' | 'env' | 'platform' | 'disk' | 'clock'>): Promise<Facts['folder']> => {
  const own = await disk.see(folder)
  if (!own) return { state: 'missing', wide: 0, syncedBy: syncedBy(folder, env), futureMs: 0 }
  const seen = [own]
  for (const name of secretFiles) {
    const file = await disk.see(join(folder, name))
    if (file) seen.push(file)
  }
  // Windows keeps its rights elsewhere, and shows a mode that says nothing.
  const wide = platform === 'win32' ? 0 : seen.filter(({ mode }) => (mode & 0o077) !== 0).length
  for (const name of await disk.names(join(folder, 'store'))) {
    const file = await disk.see(join(folder, 'store', name))
    if (file) seen.push(file)
  }
  const newest = Math.max(...seen.map(({ changedAt }) => changedAt))
  const isWritable =
    (await disk.isWritable(folder)) &&
    (!(await disk.see(join(folder, 'store'))) || (await disk.isWritable(join(folder, 'store'))))
  return {
    state: isWritable ? 'writable' : 'read-only',
    wide,
    syncedBy: syncedBy(folder, env),
    futureMs: Math.max(0, Math.round(newest - clock())),
  }
}
