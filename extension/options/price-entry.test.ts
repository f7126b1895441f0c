import { expect, test } from 'vitest'
import { priceEntry } from './price-entry.ts'

test.each([
  ['', { ok: true, cents: null }],
  ['R$ 4,90', { ok: true, cents: 490 }],
  ['4,90', { ok: true, cents: 490 }],
  ['1.234,56', { ok: true, cents: 123_456 }],
  ['4.9', { ok: false }],
  ['-4,90', { ok: false }],
  ['100.000,01', { ok: false }],
  ['quatro', { ok: false }],
])('%s', (text, entry) => {
  expect(priceEntry(text)).toEqual(entry)
})
