import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test('G10 · what the font has stays, the rest leaves a mark', () => {
  const text = 'Açaí – Não consta • débito → ≥ ✓ € ½ ő Ж'
  expect(printable(text)).toBe(text)
  expect(printable('a漢b😀c')).toBe('a\uFFFDb\uFFFDc')
})
