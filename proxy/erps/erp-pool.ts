import { AppError } from '../../shared/errors.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { readApiUser } from './erp-access.ts'
import type { Erp, ErpAccess } from './erp.ts'

/** The ERPs by id, each opened once, so that everybody shares its login and its limits. */
export interface ErpPool {
  /** @throws `erp-unknown`, `credentials-missing`, `vault-unavailable` */
  get(id: string): Promise<Erp>
  /** All of them. One that cannot be opened fails at its first call, so that it holds up no other. */
  all(): Promise<{ id: string; erp: Erp }[]>
}

const opening = (open: () => Promise<Erp>): Erp => ({
  test: async () => (await open()).test(),
  customer: async (id) => (await open()).customer(id),
  customersOf: async (document) => (await open()).customersOf(document),
  unpaidInvoices: async (customerId, between) => (await open()).unpaidInvoices(customerId, between),
  invoices: async (customerId, wanted) => (await open()).invoices(customerId, wanted),
  paymentsPage: async (between, page) => (await open()).paymentsPage(between, page),
  overduePage: async (between, page) => (await open()).overduePage(between, page),
  renegotiations: async () => (await open()).renegotiations(),
})

export const erpPool = ({
  store,
  vault,
  open,
}: {
  store: Store
  vault: Vault
  /** Opens the ERP of an access. */
  open: (access: ErpAccess) => Erp
}): ErpPool => {
  const opened = new Map<string, { savedAt: string; erp: Erp }>()

  const get = async (id: string): Promise<Erp> => {
    const [record] = await store.query('erps', { id })
    if (!record) {
      opened.delete(id)
      throw new AppError('erp-unknown')
    }
    const { baseUrl, savedAt } = record
    const known = () => {
      const one = opened.get(id)
      // Saved anew: another address or another user.
      return one?.savedAt === savedAt ? one.erp : null
    }
    const before = known()
    if (before) return before
    const apiUser = await readApiUser(vault, id)
    const erp = known() ?? open({ baseUrl, ...apiUser })
    opened.set(id, { savedAt, erp })
    return erp
  }

  return {
    get,
    all: async () => (await store.query('erps')).map(({ id }) => ({ id, erp: opening(() => get(id)) })),
  }
}
