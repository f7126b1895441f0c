import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the repository; `path` is relative to its root, with `/`. */
export interface Source {
  path: string
  text: string
}

/** A law looks at sources and names each breach in one line; an empty list is obedience. */
export type Law = (sources: readonly Source[]) => string[]

const root = join(import.meta.dirname, '../..')
const textFile = /\.(?:ts|tsx|css|html|json)$/

/** Every text file under the folders. */
export const readSources = (...folders: string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && textFile.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        path: path.slice(root.length + 1).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      })),
  )

export const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

export const isTest = ({ path }: Source): boolean => /\.(?:test|arbitraries)\.tsx?$/.test(path)

export const isCode = ({ path }: Source): boolean => /\.tsx?$/.test(path)

export const inFolder =
  (...folders: string[]) =>
  ({ path }: Source): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`))

const stringOrComment =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/*\\\n[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*\/[dgimsuvy]*)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

/** The code without its comments, which may name what the code must not do. Lines keep their numbers. */
export const withoutComments = (text: string): string =>
  text.replace(stringOrComment, (whole, kept?: string) => kept ?? whole.replace(/[^\n]/g, ' '))

/** Where a pattern stands in the code of a source, one line of the form `path:line: …` each. */
export const matches = (source: Source, pattern: RegExp, why: string): string[] => {
  const code = isCode(source) ? withoutComments(source.text) : source.text
  return [...code.matchAll(new RegExp(pattern, 'g'))].map(
    ({ 0: found, index }) =>
      `${source.path}:${code.slice(0, index).split('\n').length}: ${found.trim()}: ${why}`,
  )
}
