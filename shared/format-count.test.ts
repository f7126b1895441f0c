import { expect, test } from 'vitest'
import { formatCount } from './format-count.ts'

test.each([
  [0, '0'],
  [287, '287'],
  [1_204, '1.204'],
  [10_000, '10.000'],
  [1_234_567, '1.234.567'],
])('%d is shown as %s', (count, text) => expect(formatCount(count)).toBe(text))
