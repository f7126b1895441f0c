import type { Erp } from '../../proxy/erps/erp.ts'
import type { SelectedDebt } from '../../shared/api.ts'
import type { FakeErp } from '../fakes/erp.ts'

/** The fake's reads of one customer at the cost of one customer, for tests with thousands of them who all stay. */
export const indexedErp = (fake: FakeErp, debts: readonly SelectedDebt[]): Erp => {
  const { erp, customers } = fake
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  const byDocument = new Map(customers.map((customer) => [customer.document, customer]))
  const owed = new Map(debts.map(({ customerId, invoiceIds }) => [customerId, invoiceIds]))
  return {
    ...erp,
    customer: async (id) => byId.get(id) ?? null,
    customersOf: async (document) => [byDocument.get(document) ?? []].flat(),
    invoices: async (_, wanted) => wanted.map(({ id }) => fake.invoice(id)),
    unpaidInvoices: async (customerId) => (owed.get(customerId) ?? []).map((id) => fake.invoice(id)),
  }
}
