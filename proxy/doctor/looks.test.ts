import { expect, test } from 'vitest'
import { isPlaced } from './boot-files.ts'
import { lookAtFolder, syncedBy } from './look-at-folder.ts'
import { rangesIn } from './look-at-ports.ts'
import { nodeLookDisk } from './look-disk.ts'
import type { Seen } from './look-disk.ts'

const printed = `
Intervalos de Exclusão de Porta do protocolo tcp

Porta Inicial    Porta Final
----------    --------
      5357        5357
     41400       41499
     50000       50059     *

* - Exclusões de porta administradas.
`

test('G72 · the ranges that Windows keeps for itself, in any language', () => {
  expect(rangesIn(printed)).toEqual([
    [5357, 5357],
    [41400, 41499],
    [50000, 50059],
  ])
  expect(rangesIn('')).toEqual([])
})

test.each([
  [String.raw`C:\Users\Ana\OneDrive - Provedor\nada`, {}, 'OneDrive'],
  [String.raw`D:\Trabalho\nada`, { OneDriveCommercial: String.raw`d:\trabalho` }, 'OneDrive'],
  ['/home/ana/Dropbox/nada', {}, 'Dropbox'],
  ['/Users/ana/Library/Mobile Documents/nada', {}, 'iCloud'],
  ['/home/ana/.local/share/nada-consta', {}, null],
])('G82 · %s is copied about by %s', (folder, env, program) => expect(syncedBy(folder, env)).toBe(program))

test('rights of others count, except where the system shows none', async () => {
  const seen: Record<string, Seen> = {
    '/d': { isFolder: true, mode: 0o755, changedAt: 5_000 },
    '/d/vault.key': { isFolder: false, mode: 0o640, changedAt: 1 },
    '/d/lock': { isFolder: false, mode: 0o600, changedAt: 1 },
  }
  const disk = {
    ...nodeLookDisk,
    see: async (path: string) => seen[path] ?? null,
    isWritable: async () => true,
  }
  const world = { folder: '/d', env: {}, disk, clock: () => 2_000 }
  expect(await lookAtFolder({ ...world, platform: 'linux' })).toEqual({
    state: 'writable',
    wide: 2,
    syncedBy: null,
    futureMs: 3_000,
  })
  expect((await lookAtFolder({ ...world, platform: 'win32' })).wide).toBe(0)
})

test('the file that starts the service with the computer, where the system has one', async () => {
  const asked: string[] = []
  const see = async (path: string) => {
    asked.push(path)
    return null
  }
  const disk = { ...nodeLookDisk, see }
  const answers = await Promise.all(
    (['linux', 'darwin', 'win32'] as const).map((platform) => isPlaced({ platform, home: '/h', disk })),
  )
  expect(answers).toEqual(['no', 'no', 'unknown'])
  expect(asked).toEqual([
    '/h/.config/systemd/user/nada-consta.service',
    '/h/Library/LaunchAgents/nada-consta.service.plist',
  ])
})
