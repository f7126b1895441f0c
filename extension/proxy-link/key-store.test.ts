import { describe, expect, test } from 'vitest'
import { identityIn } from './key-store.ts'
import { keyOf } from './stub-link.ts'

describe('what another version of the extension left as the identity', () => {
  test('ours is taken, and what a newer one added is left alone', async () => {
    const own = { client: 'c1', name: 'Ana', key: await keyOf(7) }
    expect(identityIn(own)).toEqual(own)
    expect(identityIn({ ...own, since: '2.0.0' })).toEqual(own)
  })

  test.each([
    undefined,
    null,
    7,
    'c1',
    [],
    {},
    { client: 'c1', name: 'Ana' },
    { client: 'c1', name: 'Ana', key: 'x' },
  ])('anything else is none, and nothing is thrown: %j', (stored) => expect(identityIn(stored)).toBeNull())
})
