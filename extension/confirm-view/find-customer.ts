import { parseDocument } from '../../shared/document.ts'
import { AppError } from '../../shared/errors.ts'
import type { Proposal } from '../features/negativation/proposal.ts'
import type { call } from '../messaging/call.ts'
import type { CustomerFound } from './confirmation.ts'

export type Finding =
  | { at: 'customer'; erpId: string; customerId: string }
  | { at: 'customers'; customers: readonly CustomerFound[] }
  | { at: 'none-found'; document: string }

const ofSite = async (site: string, customerId: string, ask: typeof call): Promise<Finding> => {
  const { erpId } = await ask('customerStatus', { site, customerId })
  if (erpId === null) throw new AppError('erp-none')
  return { at: 'customer', erpId, customerId }
}

/** Whose debts a proposal is about, as the service knows the ERPs. Never by name (case G44). Throws AppError. */
export const findCustomer = async (proposal: Proposal, ask: typeof call): Promise<Finding> => {
  const { site, customerId, document: text } = proposal
  if (site !== null && customerId !== null) return ofSite(site, customerId, ask)
  const document = parseDocument(text ?? '')
  if (!document) throw new AppError('document-invalid')
  const { customers } = await ask('customerSearch', { document })
  const meant = customerId === null ? customers : customers.filter(({ id }) => id === customerId)
  const [first, ...others] = meant
  if (!first) return { at: 'none-found', document: text ?? '' }
  return others.length > 0
    ? { at: 'customers', customers: meant }
    : { at: 'customer', erpId: first.erpId, customerId: first.id }
}
