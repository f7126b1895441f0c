import { savePair, testPair } from '../integrations/pairs.ts'
import type { PairsDeps } from '../integrations/pairs.ts'
import { integrationView } from '../integrations/registry.ts'
import { saveProduct, syncProducts } from '../integrations/sync.ts'
import type { Handlers } from './handlers.ts'

type IntegrationsHandlers = Pick<
  Handlers,
  | 'integrations'
  | 'integrationCreate'
  | 'integrationUpdate'
  | 'integrationRemove'
  | 'credentialsSave'
  | 'credentialsTest'
  | 'productsSync'
  | 'productSave'
>

export const integrationsHandlers = (deps: PairsDeps): IntegrationsHandlers => {
  const { registry } = deps
  return {
    integrations: async () => ({ integrations: (await registry.list()).map(integrationView) }),
    integrationCreate: async (fields) => integrationView(await registry.create(fields)),
    integrationUpdate: async ({ id, ...fields }) =>
      integrationView(await registry.change(id, (before) => ({ ...before, ...fields }))),
    integrationRemove: async ({ id }) => {
      await registry.remove(id)
      return { ok: true }
    },
    credentialsSave: async ({ id, pair, login, password }) =>
      integrationView(await savePair(deps, id, pair, { login, password })),
    credentialsTest: ({ id, pair }) => testPair(deps, id, pair),
    productsSync: ({ id }) => syncProducts(deps, id),
    productSave: async (input) => integrationView(await saveProduct(deps, input)),
  }
}
