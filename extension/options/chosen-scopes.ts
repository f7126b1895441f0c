import type { Scope } from '../../shared/api.ts'
import { scopes } from '../../shared/api.ts'

/** Why a permission cannot be taken away on its own; null where it can. */
export type Lock = 'always' | 'with-include'

/** Every screen asks the service with `query`; who may register must be able to remove. */
export const lockOf = (scope: Scope, chosen: readonly Scope[]): Lock | null => {
  if (scope === 'query') return 'always'
  return scope === 'remove' && chosen.includes('include') ? 'with-include' : null
}

/** A choice with all that it brings along, in the order of the API. */
export const completeScopes = (chosen: readonly Scope[]): Scope[] =>
  scopes.filter((scope) => chosen.includes(scope) || lockOf(scope, chosen) !== null)
