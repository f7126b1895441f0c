import { scopes } from '../../shared/api.ts'
import type { Access, Scope } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Identity } from '../pairing/identities.ts'
import type { Guard } from './guard.ts'

const isScope = (access: string): access is Scope => scopes.some((scope) => scope === access)

const mayCall = (identity: Identity, access: Exclude<Access, 'public'>): boolean =>
  access === 'console' ? identity.client === null : identity.client?.scopes.includes(access) === true

/** Lets through who was given the access that the operation declares; the console has its own and no other. */
export const scopeGuard = (access: Exclude<Access, 'public'>): Guard => {
  if (access !== 'console' && !isScope(access)) throw new AppError('internal')
  return function scope(c, next) {
    if (!mayCall(c.get('identity'), access)) throw new AppError('scope-refused')
    return next()
  }
}
