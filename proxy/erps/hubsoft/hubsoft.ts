import { today } from '../../../shared/business-time.ts'
import { parseDocument } from '../../../shared/document.ts'
import type { Document } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { CustomerRef, Erp, ErpCustomer } from '../erp.ts'
import { parseBirth } from './birth.ts'
import { proveAccess, searchCustomers } from './customers.ts'
import { readInvoices, readOverduePage, readOwner, readPaymentsPage, readUnpaidInvoices } from './invoices.ts'
import { hubsoftReader } from './read.ts'
import { readRenegotiations } from './renegotiations.ts'
import type { HubsoftDeps } from './token.ts'
import { tokenSource } from './token.ts'

/** HubSoft behind the ERP's port. */
export const hubsoft = (deps: HubsoftDeps): Erp => {
  const read = hubsoftReader(deps, tokenSource(deps))

  /** From an invoice the code, by the code the record: only the row with the very number counts, for codes and numbers overlap. */
  const customer = async (id: string): Promise<ErpCustomer | null> => {
    const owner = await readOwner(read, id, today(deps.clock))
    if (!owner) return null
    const code = owner.codigo_cliente
    const found = code ? await searchCustomers(read, { by: 'codigo_cliente', term: code, limit: 100 }) : []
    const birth = parseBirth(owner.data_nascimento)
    const own = found.find((each) => each.id === id)
    if (own) return { ...own, document: own.document ?? owner.cpf_cnpj ?? null, birth: own.birth ?? birth }
    const { nome_razaosocial: name, cpf_cnpj: document = null } = owner
    return { id, code: code ?? '', name, document, birth, services: [] }
  }

  const customersOf = async (document: Document): Promise<CustomerRef[]> => {
    const found = await searchCustomers(read, { by: 'cpf_cnpj', term: document, limit: 100 })
    if (found.some((each) => parseDocument(each.document ?? '') !== document))
      throw new AppError('erp-filter-ignored')
    return found.map(({ id, code, name, document: text }) => ({ id, code, name, document: text }))
  }

  return {
    // A good token proves only the password; one read proves the permission. Whether anybody is found does not matter.
    test: () => proveAccess(read),
    customer,
    customersOf,
    unpaidInvoices: (customerId, between) => readUnpaidInvoices(read, customerId, between),
    invoices: (customerId, wanted) => readInvoices(read, customerId, wanted, today(deps.clock)),
    paymentsPage: (between, page) => readPaymentsPage(read, between, page),
    overduePage: (between, page) => readOverduePage(read, between, page),
    renegotiations: () => readRenegotiations(read),
  }
}
