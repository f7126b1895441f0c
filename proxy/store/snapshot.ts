import { Low } from 'lowdb'
import { AppError } from '../../shared/errors.ts'
import type { Collection, Store } from './store.ts'
import type { SealedFolder } from './sealed-json.ts'
import { sealedJson } from './sealed-json.ts'
import { inTurn } from './in-turn.ts'
import type { Table, Tables } from './tables.ts'
import { changed, collections, emptyTables, select } from './tables.ts'
import { errorCode } from './disk.ts'

/** The number of the newest file of each collection; 0 while it has none. */
type Generations = Record<Collection, number>

interface Manifest {
  version: 1
  generations: Generations
}

interface SnapshotOptions extends SealedFolder {
  /** There was a store here before: then nothing may be missing (case G81). */
  known: boolean
}

const manifestName = 'manifest.sealed'
const fileName = (collection: Collection, generation: number): string => `${collection}.${generation}.sealed`
/** The store's own files and their temporary ones: nothing else in the folder is ever removed. */
const ownName = new RegExp(`^(manifest|(${collections.join('|')})\\.\\d+)\\.sealed(\\.\\d+-\\d+\\.tmp)?$`)
const isOwn = (name: string): boolean => ownName.test(name)

/** Whether a folder's names show that a store was there; a temporary file alone is a first start that broke off. */
export const showStore = (names: readonly string[]): boolean =>
  names.some((name) => isOwn(name) && !name.endsWith('.tmp'))

const noGenerations: Generations = {
  clients: 0,
  integrations: 0,
  erps: 0,
  queries: 0,
  answers: 0,
  policies: 0,
}

const manifestOf = (where: SealedFolder, generations: Generations): Low<Manifest> =>
  new Low(sealedJson<Manifest>(where, manifestName), { version: 1, generations })

const tableFile = (where: SealedFolder, collection: Collection, generation: number, table: Table) =>
  new Low(sealedJson<[string, unknown][]>(where, fileName(collection, generation)), [...table])

const readTables = async (where: SealedFolder, generations: Generations): Promise<Tables> => {
  const tables: Record<Collection, Table> = { ...emptyTables() }
  for (const collection of collections) {
    if (generations[collection] === 0) continue
    const file = tableFile(where, collection, generations[collection], new Map())
    await file.read()
    tables[collection] = new Map(file.data)
  }
  return tables
}

const remove = async ({ disk, folder }: SealedFolder, wanted: (name: string) => boolean): Promise<void> => {
  const names = await disk.readdir(folder)
  // What cannot be removed now (held open on Windows) goes with the next load.
  for (const name of names.filter(wanted)) await disk.unlink(`${folder}/${name}`).catch(() => {})
}

/**
 * The store on disk: lowdb databases, one sealed file for each collection so that the heavy answers do not weigh on the other commits,
 * and a small manifest that names the newest file of each. A commit writes new files beside the old ones and then replaces the
 * manifest, so that all its changes happen or none. A commit still costs as much as its collections are long; the journal in front
 * of this, which makes it cost only what changed, comes with the negativation records.
 * A file that is missing, empty, cut or foreign throws `store-unreadable` and is left in place; nothing is overwritten.
 */
export const snapshotStore = (options: SnapshotOptions): Store => {
  const turn = inTurn()
  let tables: Tables | null = null
  let generations = noGenerations
  // Counts failed attempts too: a number is never used for two contents.
  let newest = 0

  const create = async (): Promise<void> => {
    const leftovers = await options.disk.readdir(options.folder)
    if (showStore(leftovers)) throw new Error('files without a manifest')
    await manifestOf(options, noGenerations).write()
  }

  const read = async (): Promise<void> => {
    await options.disk.mkdir(options.folder, { recursive: true, mode: 0o700 })
    const manifest = manifestOf(options, noGenerations)
    await manifest.read().catch(async (thrown: unknown) => {
      if (options.known || errorCode(thrown) !== 'ENOENT') throw thrown
      await create()
    })
    if (manifest.data.version !== 1) throw new Error('manifest of another version')
    tables = await readTables(options, manifest.data.generations)
    generations = manifest.data.generations
    newest = Math.max(...Object.values(generations))
    const kept = new Set(collections.map((collection) => fileName(collection, generations[collection])))
    await remove(options, (name) => isOwn(name) && name !== manifestName && !kept.has(name))
  }

  const write = async (next: Tables, touched: readonly Collection[]): Promise<void> => {
    newest += 1
    const moved = { ...generations }
    for (const collection of touched) {
      moved[collection] = newest
      await tableFile(options, collection, newest, next[collection]).write()
    }
    await manifestOf(options, moved).write()
    const old = new Set(touched.map((collection) => fileName(collection, generations[collection])))
    tables = next
    generations = moved
    await remove(options, (name) => old.has(name)).catch(() => {})
  }

  const loaded = (): Tables => {
    if (!tables) throw new AppError('store-unreadable')
    return tables
  }

  return {
    load: () =>
      turn(async () => {
        try {
          await read()
        } catch (thrown) {
          throw new AppError('store-unreadable', { cause: thrown })
        }
      }),
    commit: (changes) =>
      turn(async () => {
        const next = changed(loaded(), changes)
        const touched = [...new Set(changes.map(({ collection }) => collection))]
        try {
          if (touched.length > 0) await write(next, touched)
        } catch (thrown) {
          throw new AppError('store-write-failed', { cause: thrown, retry: 'safe' })
        }
      }),
    query: async (collection, match = {}) => select(loaded()[collection], match) as never,
  }
}
