import type { Erp } from '../erp.ts'
import { searchCustomers } from './customers.ts'
import type { HubsoftDeps } from './token.ts'
import { tokenSource } from './token.ts'

/** HubSoft behind the ERP's port. */
export const hubsoft = (deps: HubsoftDeps): Erp => {
  const tokens = tokenSource(deps)
  return {
    // A good token proves only the password; one read proves the permission. Whether anybody is found does not matter.
    test: async () =>
      void (await searchCustomers(deps, tokens, { by: 'codigo_cliente', term: '1', limit: 1 })),
  }
}
