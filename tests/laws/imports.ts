import { posix } from 'node:path'
import { inFolder, isCode, isTest, withoutComments } from './sources.ts'
import type { Law, Source } from './sources.ts'

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g

/** What a file imports, as written. */
export const importsOf = ({ text }: Source): string[] =>
  [...withoutComments(text).matchAll(specifier)].map((found) => found[2] ?? '')

const resolved = ({ path }: Source, name: string): string =>
  name.startsWith('.') ? posix.join(posix.dirname(path), name) : name

interface Border {
  of: string
  /** Our folders that may be imported; every other one of ours may not. */
  may: string[]
  /** Further imports that are refused, by what they resolve to. */
  never?: RegExp
}

const ours = ['extension/', 'proxy/', 'shared/', 'tests/']

const borders: Border[] = [
  { of: 'shared', may: ['shared/'], never: /^node:/ },
  { of: 'extension', may: ['extension/', 'shared/'], never: /^node:/ },
  { of: 'proxy', may: ['proxy/', 'shared/'] },
  // An adapter knows pages; what is done with a page is a feature's business.
  { of: 'extension/erps', may: ['extension/', 'shared/'], never: /^extension\/features\// },
]

/** The import rules of the layout: shared is pure, the two programs meet only in shared, adapters know no feature. */
export const importBorders: Law = (sources) =>
  borders.flatMap(({ of, may, never }) =>
    sources
      .filter((source) => inFolder(of)(source) && isCode(source) && !isTest(source))
      .flatMap((source) =>
        importsOf(source)
          .map((name) => resolved(source, name))
          .filter(
            (target) =>
              never?.test(target) ||
              (ours.some((folder) => target.startsWith(folder)) &&
                !may.some((folder) => target.startsWith(folder))),
          )
          .map((target) => `${source.path} imports ${target}`),
      ),
  )
