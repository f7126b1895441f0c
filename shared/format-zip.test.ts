import { expect, test } from 'vitest'
import { formatZip } from './format-zip.ts'

test('a CEP gets its hyphen; what is none stays as it is', () => {
  expect(['37200000', '01310100', '37200-000', '3720000', ''].map(formatZip)).toEqual([
    '37200-000',
    '01310-100',
    '37200-000',
    '3720000',
    '',
  ])
})
