import type { Bureau } from '../bureau.ts'
import type { ConnectDeps } from './consult.ts'
import { consult } from './consult.ts'
import { debtState } from './debt-state.ts'
import { include } from './include.ts'
import { askPefin } from './pefin.ts'
import { productsIn } from './products.ts'
import { remove } from './remove.ts'

/** The product that client code asks for most; stands in for the test of a pair before the first synchronisation. */
const usualProduct = 'CREDNET_LIGHT'

/** Connect behind the bureau's port. */
export const connect = (deps: ConnectDeps): Bureau => ({
  testCredentials: async (pair, credentials, { product, creditor }) => {
    if (pair === 'pefin') {
      await askPefin(deps, { operation: 'testar', pair, credentials })
      return
    }
    // A static answer about the provider's own CNPJ: nothing is billed and no person is looked up.
    await consult(deps, credentials, {
      product: product ?? usualProduct,
      document: creditor,
      environment: 'test',
      answerFormat: 'json',
    })
  },
  listProducts: async (pair, credentials) =>
    productsIn(await askPefin(deps, { operation: 'produtos', pair, credentials })),
  query: (credentials, question) => consult(deps, credentials, question),
  include: (credentials, inclusion) => include(deps, credentials, inclusion),
  remove: (credentials, removal) => remove(deps, credentials, removal),
  debtState: (credentials, debt) => debtState(deps, credentials, debt),
})
