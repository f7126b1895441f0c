import { describe, expect, test } from 'vitest'
import { everyNumber, titlesIn } from './numbers.ts'
import type { Untested } from './numbers.ts'
import { inFolder, isTest, readSources } from './sources.ts'

const untestedCases: Untested = {
  17: 'the export has no entry in the context menu: it is pressed in the report’s own page, where its address and its DOM are',
}

const titles = readSources('tests', 'extension', 'proxy', 'shared')
  .filter((source) => isTest(source) || inFolder('tests/erps/contract', 'tests/e2e/erp')(source))
  .flatMap(titlesIn)

describe('every number is in the title of a test', () => {
  test('the 38 attacks', () => expect(everyNumber(titles, { mark: 'attack ', last: 38 })).toEqual([]))

  test('the 97 cases', () =>
    expect(everyNumber(titles, { mark: 'G', last: 97, untested: untestedCases })).toEqual([]))
})

describe('the search', () => {
  test('knows a title in every form, and no comment and no other text', () => {
    const text = [
      "test('attack 1 · a', () => {})",
      "  test.each([1, [2, 3]])('attack 2 · %s', f)",
      'describe.each(damages)(`G3 · ${x}`, f)',
      "test.skipIf(maySkip('tool'))('G4 · it’s', f)",
      "// test('attack 5', f)",
      "expect(text).toBe('attack 6')",
    ].join('\n')
    const found = titlesIn({ path: 'a.test.ts', text })
    expect(found).toEqual(['attack 1 · a', 'attack 2 · %s', 'G3 · ${x}', 'G4 · it’s'])
  })

  test('a number that is missing, and an excuse too many', () => {
    const found = everyNumber(['attack 1 · a', 'attack 12'], {
      mark: 'attack ',
      last: 3,
      untested: { 1: 'x', 2: 'y' },
    })
    expect(found).toEqual(['attack 1 no longer needs its excuse', 'attack 3 has no test'])
  })
})
