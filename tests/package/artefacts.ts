import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { unzipSync } from 'fflate'

/** Where `npm run package` puts what is handed out. */
export const folder = 'dist/package'

export const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'name' | 'version',
  string
>

/** The path of a zip: `chrome`, `edge`, `firefox` or `firefox-sources`. */
export const zipPath = (what: string): string => join(folder, `${name}-${version}-${what}.zip`)

export const tarball = join(folder, `${name}-${version}.tgz`)

/** Contents by path, with `/`, in the order in which they are stored. */
export type Files = ReadonlyMap<string, Uint8Array>

export const filesOfZip = (path: string): Files => new Map(Object.entries(unzipSync(readFileSync(path))))

export const filesOfFolder = (root: string): Files =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path)]),
  )

/** The paths whose contents differ, or that only one side has. */
export const differences = (one: Files, other: Files): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
    const [a, b] = [one.get(path), other.get(path)]
    return !a || !b || Buffer.compare(a, b) !== 0
  })

export const textOf = (files: Files, path: string): string => {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`${path} is missing`)
  return Buffer.from(bytes).toString('utf8')
}
