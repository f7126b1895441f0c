import { readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { openStore } from '../../proxy/store/open-store.ts'
import type { Vault } from '../../proxy/vault/vault.ts'

/** What it took to have all records in memory. */
export interface StartCost {
  /** Milliseconds. */
  time: number
  /** The most megabytes that the process held on the way. */
  memory: number
  records: number
}

/** A process of its own, so that its memory is its own: `store <folder> <secrets as JSON>` or `json <file>`. */
const [, , way, path = '', secrets = '{}'] = process.argv

const vault: Vault = {
  kind: 'file',
  get: async (key) => (JSON.parse(secrets) as Record<string, string>)[key] ?? null,
  set: async () => {},
  delete: async () => {},
}

const begun = performance.now()
const cost = (records: number): StartCost => ({
  time: performance.now() - begun,
  memory: process.resourceUsage().maxRSS / 1024,
  records,
})

if (way === 'store') {
  const store = await openStore({ folder: path, vault, random: randomBytes })
  const measured = cost(0)
  const records = (await store.query('negativations')).length
  process.send?.({ ...measured, records } satisfies StartCost)
  await store.close()
} else {
  const records = JSON.parse(await readFile(path, 'utf8')) as unknown[]
  process.send?.(cost(records.length))
}
