import { join } from 'node:path'
import type { World } from './gather.ts'

const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['.config', 'systemd', 'user', 'nada-consta.service'],
  darwin: ['Library', 'LaunchAgents', 'nada-consta.service.plist'],
}

/** Whether the file is there that starts the service with the computer. Windows shows its tasks to administrators alone. */
export const isPlaced = async ({
  platform,
  home,
  disk,
}: Pick<World, 'platform' | 'home' | 'disk'>): Promise<'yes' | 'no' | 'unknown'> => {
  const place = places[platform]
  if (!place) return 'unknown'
  return (await disk.see(join(home, ...place))) ? 'yes' : 'no'
}
