import type { Place } from './place.ts'
import { sealedJson } from './sealed-json.ts'
import type { Kept } from './table.ts'
import type { Tables } from './tables.ts'
import { collections, emptyTables } from './tables.ts'

/**
 * What was kept before the journal: one sealed file for each collection and a manifest that names the newest of each. Only read, once.
 */
interface Manifest {
  version: 1
  generations: Record<string, number>
}

const manifestName = 'manifest.sealed'
const pattern = new RegExp(String.raw`^(manifest|(${collections.join('|')})\.\d+)\.sealed$`)

/** The files of the previous layout among a folder's names. */
export const previousNames = (names: readonly string[]): string[] =>
  names.filter((name) => pattern.test(name))

/** What the previous layout kept; throws when anything of it is missing or damaged. */
export const readPrevious = async (place: Place): Promise<Tables> => {
  const manifest = await sealedJson<Manifest>(place, manifestName).read()
  if (manifest.version !== 1) throw new Error('manifest of another version')
  const tables = emptyTables()
  for (const collection of collections) {
    const generation = manifest.generations[collection] ?? 0
    if (generation === 0) continue
    const rows = await sealedJson<[string, Kept][]>(place, `${collection}.${generation}.sealed`).read()
    for (const [id, record] of rows) tables[collection].put(id, record)
  }
  return tables
}
