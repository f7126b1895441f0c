import { expect, test } from 'vitest'
import type { Scope } from '../../shared/api.ts'
import { completeScopes, lockOf } from './chosen-scopes.ts'

test.each<[Scope[], string]>([
  [[], 'query'],
  [['admin'], 'query admin'],
  [['remove', 'query'], 'query remove'],
  [['include'], 'query include remove'],
  [['admin', 'include'], 'query include remove admin'],
])('%j brings along: %s', (chosen, complete) => {
  expect(completeScopes(chosen).join(' ')).toBe(complete)
})

test('what may be unticked', () => {
  expect(lockOf('query', ['query'])).toBe('always')
  expect(lockOf('remove', ['query', 'remove'])).toBeNull()
  expect(lockOf('remove', ['query', 'include', 'remove'])).toBe('with-include')
  expect(lockOf('admin', ['query', 'admin'])).toBeNull()
})
