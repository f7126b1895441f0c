import type { CandidateInvoice, CustomerOverview, EligibilityReason } from '../../shared/api.ts'

type Service = CustomerOverview['services'][number]

/** Invoices that can be registered together: those of one service, or those without one. */
export interface InvoiceGroup {
  service: Service | null
  invoices: CandidateInvoice[]
}

/** The customer's invoices by service, in the ERP's order of services; what belongs to none, or to one no longer listed, comes last. */
export const invoiceGroups = ({ services, invoices }: CustomerOverview): InvoiceGroup[] => {
  const known = new Set(services.map(({ id }) => id))
  const groups: InvoiceGroup[] = services.map((service) => ({
    service,
    invoices: invoices.filter(({ serviceId }) => serviceId === service.id),
  }))
  const others = invoices.filter(({ serviceId }) => serviceId === null || !known.has(serviceId))
  return [...groups, { service: null, invoices: others }].filter((group) => group.invoices.length > 0)
}

export const isBlocking = (reasons: readonly EligibilityReason[]): boolean =>
  reasons.some(({ level }) => level === 'block')

/** Warnings that a person has to think about before the invoice is chosen: it is not chosen for him. */
const isDoubtful = ({ code, written }: EligibilityReason): boolean =>
  written || code === 'fee' || code === 'equipment'

/** The invoices that are chosen beforehand: the eligible ones without a doubt. */
export const preselected = (invoices: readonly CandidateInvoice[]): string[] =>
  invoices.filter(({ reasons }) => !isBlocking(reasons) && !reasons.some(isDoubtful)).map(({ id }) => id)

export const totalOf = (
  invoices: readonly { id: string; cents: number }[],
  chosen: readonly string[],
): number => invoices.filter(({ id }) => chosen.includes(id)).reduce((total, { cents }) => total + cents, 0)
