import { expect, test } from 'vitest'
import { placeOf } from './use-place.ts'

test.each([
  ['', null, null],
  ['#tasks', 'tasks', null],
  ['#tasks/n1_-Z', 'tasks', 'n1_-Z'],
  ['#records', 'records', null],
  ['#audit', 'audit', null],
  ['#Zm9v_-9', 'records', 'Zm9v_-9'],
  ['#<img src=x>', null, null],
  ['#a/b', null, null],
  [`#${'a'.repeat(65)}`, null, null],
] as const)('the address part “%s” names %s %s', (hash, view, id) => {
  expect(placeOf(hash)).toEqual({ view, id })
})
