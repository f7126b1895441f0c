import { expect, test } from 'vitest'
import { scopes } from '../../shared/api.ts'
import type { Access, Scope } from '../../shared/api.ts'
import type { Guard } from './guard.ts'
import { probeGuards } from './guard-probe.ts'
import { secretKey } from './hmac.ts'
import { scopeGuard } from './scope.ts'

const key = secretKey('x'.repeat(43))

const as =
  (given: Scope[] | 'console'): Guard =>
  (c, next) => {
    const dates = { pairedAt: '', lastSeenAt: null, revokedAt: null }
    const client = given === 'console' ? null : { id: 'one', name: '', origin: '', scopes: given, ...dates }
    c.set('identity', { id: client?.id ?? 'console', key, client })
    return next()
  }

const accesses: Exclude<Access, 'public'>[] = ['console', ...scopes]

test.each(accesses)('%s is for who was given it, and for nobody else', async (access) => {
  for (const given of [...scopes.map((scope) => [scope]), [], [...scopes], 'console'] as (
    | Scope[]
    | 'console'
  )[]) {
    const allowed = given === 'console' ? access === 'console' : given.some((scope) => scope === access)
    expect(await probeGuards(as(given), scopeGuard(access))()).toBe(allowed ? 'passed' : 'scope-refused')
  }
})
