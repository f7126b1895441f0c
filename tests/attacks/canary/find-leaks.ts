import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { knownCanaries } from './known-canaries.ts'
import { holdsDocument, holdsKey, searcherOf } from './search.ts'
import type { Canaries } from './search.ts'

/** The key of the command line lies in clear in a file of its own, and nowhere else. */
const isAllowed = (file: string, name: string): boolean =>
  basename(file) === 'console.key' && name.startsWith('console key')

/** Each canary, and anybody's document or key by its shape, in what the product wrote. */
export const leaksIn = (
  seen: readonly { place: string; content: Buffer }[],
  secrets: Canaries = {},
): string[] => {
  const search = searcherOf({ ...knownCanaries, ...secrets })
  return seen.flatMap(({ place, content }) => {
    const names = [
      ...search(content),
      ...(holdsDocument(content) ? ['somebody’s document'] : []),
      ...(holdsKey(content) ? ['a key'] : []),
    ]
    return names.map((name) => `${name} in ${place}`)
  })
}

/** The program itself as a test has bundled it, and what Node keeps of it: its comments tell how a document looks. */
const isProgram = (path: string): boolean => path.endsWith('.mjs') || path.includes('/compiled/')

/** A megabyte of chance that keeps room on the disk. */
const isReserve = (path: string): boolean => basename(path) === 'reserve'

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isProgram(path) && !isReserve(path))
}

/** Every file below a folder, hidden ones and their names as well, with what lies in it in clear. */
export const searchFolder = async (
  folder: string,
  secrets: Canaries = {},
  /** The entries to look at, of all. */
  only?: readonly string[],
): Promise<{ files: string[]; leaks: string[] }> => {
  const search = searcherOf({ ...knownCanaries, ...secrets })
  const paths = await Promise.all(
    (only ?? (await readdir(folder))).map(async (name) => {
      const path = join(folder, name)
      return (await stat(path)).isDirectory() ? filesBelow(path) : [path]
    }),
  )
  const files = paths.flat().map((path) => relative(folder, path))
  const leaks: string[] = []
  for (const file of files) {
    const content = await readFile(join(folder, file))
    const names = [
      ...search(Buffer.concat([Buffer.from(`${file}\n`), content])),
      ...(holdsDocument(content) ? ['somebody’s document'] : []),
    ]
    leaks.push(...names.filter((name) => !isAllowed(file, name)).map((name) => `${name} in ${file}`))
  }
  return { files, leaks }
}
