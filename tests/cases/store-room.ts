import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Disk } from '../../proxy/store/disk.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import type { DataFormat } from '../../proxy/store/layout.ts'
import { openStore } from '../../proxy/store/open-store.ts'
import type { Change, Store } from '../../proxy/store/store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import type { Vault } from '../../proxy/vault/vault.ts'

export const answer = (id: string, html: string): Change => ({
  collection: 'answers',
  id,
  value: { id, html },
})

export const failing = (code: string): Error => Object.assign(new Error(code), { code })

/** A data folder of its own with a vault: what outlives the process. */
export interface StoreRoom {
  home: string
  folder: string
  backups: string
  vault: Vault
  /** Unix milliseconds of the stores that are opened; a test moves it. */
  now: number
  open(options?: { disk?: Disk; compactFrom?: number; vault?: Vault; format?: DataFormat }): Promise<Store>
  /** The files of the store's folder, without reserve and reach. */
  names(): Promise<string[]>
  /** The newest segment's path. */
  journal(): Promise<string>
  snapshot(): Promise<string>
  clear(): Promise<void>
}

export const storeRoom = async (): Promise<StoreRoom> => {
  const home = await mkdtemp(join(tmpdir(), 'nada-store-'))
  const folder = join(home, 'store')
  const opened: Store[] = []
  const find = async (start: string): Promise<string> => {
    const name = (await room.names()).findLast((each) => each.startsWith(start))
    if (name === undefined) throw new Error(`no ${start} here`)
    return join(folder, name)
  }
  const room: StoreRoom = {
    home,
    folder,
    backups: join(home, 'backups'),
    vault: memoryVault(),
    now: Date.parse('2026-11-25T12:00:00Z'),
    open: async (options = {}) => {
      const store = await openStore({
        folder,
        vault: room.vault,
        random: randomBytes,
        clock: () => room.now,
        disk: nodeDisk,
        ...options,
      })
      opened.push(store)
      return store
    },
    names: async () =>
      (await readdir(folder)).filter((name) => name !== 'reserve' && name !== 'reach.sealed').toSorted(),
    journal: () => find('journal.'),
    snapshot: () => find('snapshot.'),
    clear: async () => {
      for (const store of opened) await store.close()
      await rm(home, { recursive: true, force: true })
    },
  }
  return room
}
