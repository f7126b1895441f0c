import { importsOf } from './imports.ts'
import { inFolder, isCode, isTest, withoutComments } from './sources.ts'
import type { Law, Source } from './sources.ts'

const exactlyOne = (what: string, holders: readonly Source[]): string[] =>
  holders.length === 1
    ? []
    : [`${what} stands in ${holders.length} files: ${holders.map(({ path }) => path).join(', ')}`]

/** The service's address stands in one file of the extension, so that one place decides whom it talks to. */
export const oneAddress: Law = (sources) =>
  exactlyOne(
    '127.0.0.1',
    sources.filter(
      (source) =>
        inFolder('extension')(source) &&
        isCode(source) &&
        !isTest(source) &&
        /127\.0\.0\.1|localhost/.test(withoutComments(source.text)),
    ),
  )

/** A package that only one file may import, e.g. the HTTP client. */
export const oneImporter =
  (name: string): Law =>
  (sources) =>
    exactlyOne(
      `import of ${name}`,
      sources.filter(
        (source) =>
          isCode(source) &&
          !isTest(source) &&
          importsOf(source).some((specifier) => specifier === name || specifier.startsWith(`${name}/`)),
      ),
    )
