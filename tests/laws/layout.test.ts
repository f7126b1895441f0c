import { describe, expect, test } from 'vitest'
import { importBorders } from './imports.ts'
import { names, sizes } from './names-and-sizes.ts'
import { oneAddress, oneImporter } from './one-place.ts'
import { readSources } from './sources.ts'
import type { Source } from './sources.ts'

const sources = readSources('extension', 'proxy', 'shared', 'tests')

const file = (path: string, text: string): Source => ({ path, text })

test('the laws see the whole tree', () => {
  for (const path of [
    'extension/messaging/protocol.ts',
    'proxy/app.ts',
    'shared/api.ts',
    'tests/laws/layout.test.ts',
  ]) {
    expect(sources.map((source) => source.path)).toContain(path)
  }
})

describe('the service address stands in one file of the extension', () => {
  test('here', () => expect(oneAddress(sources)).toEqual([]))

  test('a second file, and none at all, are breaches', () => {
    const one = file('extension/a.ts', "const host = 'http://127.0.0.1'")
    const other = file('extension/b.tsx', 'fetch(`http://localhost:${port}`)')
    expect(oneAddress([one])).toEqual([])
    expect(oneAddress([one, other])).toEqual(['127.0.0.1 stands in 2 files: extension/a.ts, extension/b.tsx'])
    expect(oneAddress([])).toHaveLength(1)
  })

  test('comments, tests and the other programs do not count', () => {
    const one = file('extension/a.ts', "const host = '127.0.0.1'")
    const free = ['extension/a.test.ts', 'proxy/main.ts'].map((path) => file(path, "'127.0.0.1'"))
    expect(
      oneAddress([one, ...free, file('extension/c.ts', '// talks to 127.0.0.1\n/* 127.0.0.1 */')]),
    ).toEqual([])
  })
})

describe('one file speaks HTTP, one keeps the snapshot, one knows the holidays', () => {
  test.each(['ofetch', 'lowdb', 'date-holidays'])('%s', (name) =>
    expect(oneImporter(name)(sources)).toEqual([]),
  )

  test('a second importer is a breach, in every way of importing', () => {
    const first = file('proxy/net/request.ts', "import { ofetch } from 'ofetch'")
    expect(oneImporter('ofetch')([first])).toEqual([])
    for (const text of [
      "import 'ofetch'",
      "await import('ofetch')",
      'export * from "ofetch"',
      "import x from 'ofetch/node'",
    ]) {
      expect(oneImporter('ofetch')([first, file('proxy/other.ts', text)])).toHaveLength(1)
    }
    expect(
      oneImporter('ofetch')([first, file('proxy/other.ts', "// import 'ofetch'\nimport 'ofetch-like'")]),
    ).toEqual([])
  })
})

describe('import borders', () => {
  test('here', () => expect(importBorders(sources)).toEqual([]))

  test.each([
    ['shared/money.ts', "import '../proxy/app.ts'"],
    ['shared/money.ts', "import { join } from 'node:path'"],
    ['extension/ui/a.tsx', "import type { App } from '../../proxy/app.ts'"],
    ['extension/ui/a.tsx', "export { x } from '../../tests/x.ts'"],
    ['extension/ui/a.tsx', "import 'node:fs'"],
    ['proxy/app.ts', "import '../extension/ui/a.tsx'"],
    ['proxy/store/a.ts', "await import('../../tests/x.ts')"],
    ['extension/erps/hubsoft/index.ts', "import '../../features/query/draft.ts'"],
  ])('%s may not %s', (path, text) => expect(importBorders([file(path, text)])).toHaveLength(1))

  test.each([
    ['shared/money.ts', "import './normalise-text.ts'\nimport { z } from 'zod'"],
    ['extension/features/query/a.ts', "import '../../erps/erp.ts'\nimport '../../../shared/money.ts'"],
    ['proxy/store/a.ts', "import 'node:fs'\nimport '../../shared/money.ts'"],
    ['proxy/store/a.test.ts', "import '../../tests/simulators/x.ts'"],
  ])('%s may %s', (path, text) => expect(importBorders([file(path, text)])).toEqual([]))
})

describe('names', () => {
  test('here', () => expect(names(sources)).toEqual([]))

  test.each([
    'proxy/storeUtils.ts',
    'proxy/Store.ts',
    'proxy/store_disk.ts',
    'proxy/utils.ts',
    'proxy/helpers/a.ts',
    'shared/types.ts',
    'shared/common.test.ts',
    'shared/money-utils.ts',
  ])('%s is refused', (path) => expect(names([file(path, '')])).not.toEqual([]))

  test.each([
    'extension/entrypoints/erp.content/index.ts',
    'shared/money.test.ts',
    'extension/public/_locales/pt_BR/messages.json',
    'shared/error-types.ts',
  ])('%s is fine', (path) => expect(names([file(path, '')])).toEqual([]))
})

describe('sizes', () => {
  test('here', () => expect(sizes(sources)).toEqual([]))

  test('line 301 is one too many', () => {
    expect(sizes([file('proxy/a.ts', 'x\n'.repeat(300))])).toEqual([])
    expect(sizes([file('proxy/a.ts', 'x\n'.repeat(301))])).toEqual(['proxy/a.ts has 301 lines, 300 at most'])
  })
})
