import { expect, test } from 'vitest'
import { batchIdOf, placeOf } from './use-place.ts'

test.each([
  ['', null, null],
  ['#candidates', 'candidates', null],
  ['#batches', 'batches', null],
  ['#batch/b1_-Z', 'batch/b1_-Z', 'b1_-Z'],
  ['#batch/', null, null],
  ['#batch/a/b', null, null],
  ['#<img src=x>', null, null],
  [`#batch/${'a'.repeat(65)}`, null, null],
] as const)('the address part “%s” names %s', (hash, place, id) => {
  expect(placeOf(hash)).toBe(place)
  expect(place === null ? null : batchIdOf(place)).toBe(id)
})
