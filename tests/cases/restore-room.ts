import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../proxy/cli/run-cli.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import { openStore } from '../../proxy/store/open-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { openVault } from '../../proxy/vault/open-vault.ts'

/** A computer with a data folder, and another disk beside it that outlives it. */
export const restoreRoom = async (clock: () => number) => {
  const base = await mkdtemp(join(tmpdir(), 'nada-drill-'))
  const home = join(base, 'home')
  const otherDisk = join(base, 'disk')
  await mkdir(otherDisk)
  const opened: Store[] = []

  const open = async () => {
    const vault = await openVault({ folder: home, random: randomBytes, force: 'file' })
    const folder = join(home, 'store')
    const store = await openStore({ folder, vault, random: randomBytes, clock, secondPlace: otherDisk })
    opened.push(store)
    return { store, vault }
  }
  /** A command on this computer; `typed` is what a person types when asked. */
  const run = async (words: string[], typed?: string) => {
    const out: string[] = []
    const errors: string[] = []
    const code = await runCli(words, {
      env: { NADA_CONSTA_HOME: home, NADA_CONSTA_VAULT: 'file' },
      print: (line) => out.push(line),
      printError: (line) => errors.push(line),
      ...(typed !== undefined && { ask: async () => typed }),
    })
    return { code, out, errors }
  }

  return {
    base,
    home,
    otherDisk,
    open,
    run,
    /** The recovery code as it stands on paper. */
    printCode: async (): Promise<string> => {
      const { out } = await run(['recovery-code'])
      return out
        .filter((line) => /^ *\d+ {2}/.test(line))
        .map((line) => line.replace(/^ *\d+ {2}/, ''))
        .join('\n')
    },
    /** The copies on the other disk, oldest first. */
    copies: async (): Promise<string[]> => {
      const [folder] = await readdir(otherDisk)
      if (folder === undefined) return []
      const names = await readdir(join(otherDisk, folder))
      return names
        .filter((name) => name.endsWith('.backup'))
        .toSorted()
        .map((name) => join(otherDisk, folder, name))
    },
    /** The computer is gone, vault included. */
    destroy: async () => {
      for (const store of opened.splice(0)) await store.close()
      await rm(home, { recursive: true, force: true })
    },
    names: (): Promise<string[]> => nodeDisk.readdir(home).catch(() => []),
    clear: async () => {
      for (const store of opened) await store.close()
      await rm(base, { recursive: true, force: true })
    },
  }
}
export type RestoreRoom = Awaited<ReturnType<typeof restoreRoom>>
