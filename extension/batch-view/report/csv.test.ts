import { array, assert, constantFrom, property, string, tuple } from 'fast-check'
import papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const bytes = (rows: readonly (readonly string[])[]) => new TextEncoder().encode(csvOf(rows))
const parsed = (csv: string): string[][] => papa.parse<string[]>(csv, { delimiter: ';' }).data
const bare = (cell: string) => cell.replace(/^'/, '')

describe('a file that Excel in Portuguese opens by a double click', () => {
  test('begins with the mark of UTF-8, has semicolons and CRLF', () => {
    expect([...bytes([['a']])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(
      csvOf([
        ['Pessoa', 'Valor'],
        ['MARIA ÇÃO', '1234,56'],
      ]),
    ).toBe('\uFEFFPessoa;Valor\r\nMARIA ÇÃO;1234,56')
  })

  test('separators, quotes and line breaks stay inside their cell', () => {
    const row = ['A; B', 'diz "não"', 'uma\r\nduas', ' ']
    expect(parsed(csvOf([row, ['x', 'y', '', '']]))).toEqual([row, ['x', 'y', '', '']])
  })

  test.each([
    '=1+1',
    '+55 34',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "=cmd|' /C calc'!A0\nx",
    ' =1+1',
    '\u00a0=1',
    '＝1+1',
    '＠SUM(A1)',
  ])('%j is no formula', (cell) => {
    expect(parsed(csvOf([['a', cell]]))[0]?.[1]).toBe(`'${cell}`)
  })

  test.each(['000123456', '01', '12345678901234567', '12E5'])('%s stays text, every figure of it', (cell) => {
    expect(parsed(csvOf([[cell]]))[0]?.[0]).toBe(`'${cell}`)
  })

  test.each([
    '012.345.678-90',
    '04.718.253/0001-56',
    '1234,56',
    '0,50',
    '25/11/2026',
    '62636',
    '0',
    'F-62636',
  ])('%s stays as it is', (cell) => {
    expect(parsed(csvOf([[cell]]))[0]?.[0]).toBe(cell)
  })

  test('whatever the cells hold: each comes back, at most with an apostrophe, and none begins as a formula', () => {
    const cells = string({ unit: constantFrom(...Array.from('a0E=+-@;,"\'\n\r\t ＝é')), maxLength: 6 })
    assert(
      property(array(tuple(cells, cells), { minLength: 1, maxLength: 4 }), (rows) => {
        const back = parsed(csvOf(rows))
        expect(back.map((row) => row.map(bare))).toEqual(rows.map((row) => row.map(bare)))
        for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})
