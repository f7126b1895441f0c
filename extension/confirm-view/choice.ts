import type { CustomerOverview } from '../../shared/api.ts'
import type { DraftInput } from './confirmation.ts'
import type { InvoiceGroup } from './selection.ts'
import { invoiceGroups, isBlocking, preselected } from './selection.ts'

type Integration = CustomerOverview['integrations'][number]

/** What a person has chosen so far. */
export interface Choice {
  /** Place in `invoiceGroups`, or null before a service is chosen. */
  group: number | null
  invoiceIds: string[]
  integrationId: string
  reasonCode: string
}

/** What is still missing before a draft can be made: a key of `confirm.needs`. */
export type Need = 'service' | 'invoices' | 'reason' | 'integration' | 'missing' | 'blocked'

const onlyReason = (integration: Integration | undefined): string => {
  const [first, ...others] = integration?.inclusionReasons ?? []
  return first && others.length === 0 ? first.code : ''
}

/** An integration that can include comes before one that cannot. */
const firstIntegration = ({ integrations }: CustomerOverview): Integration | undefined =>
  integrations.find(({ missing }) => missing.length === 0) ?? integrations[0]

const groupOf = (groups: readonly InvoiceGroup[], serviceId: string | null): number | null => {
  const at = groups.findIndex(({ service }) => (service?.id ?? null) === serviceId)
  return at === -1 ? null : at
}

/** The invoices of a group that may be chosen, of those that were chosen before. */
const stillEligible = (group: InvoiceGroup | undefined, ids: readonly string[]): string[] =>
  (group?.invoices ?? [])
    .filter(({ id, reasons }) => ids.includes(id) && !isBlocking(reasons))
    .map(({ id }) => id)

/** The only service is chosen; among several a person chooses. What was chosen before stands, as far as it still may. */
export const firstChoice = (overview: CustomerOverview, last: DraftInput | null): Choice => {
  const groups = invoiceGroups(overview)
  if (last) {
    const group = groupOf(groups, last.serviceId)
    const invoiceIds = group === null ? [] : stillEligible(groups[group], last.invoiceIds)
    return { group, invoiceIds, integrationId: last.integrationId, reasonCode: last.reasonCode }
  }
  const integration = firstIntegration(overview)
  const only = groups.length === 1 ? groups[0] : undefined
  return {
    group: only ? 0 : null,
    invoiceIds: only ? preselected(only.invoices) : [],
    integrationId: integration?.id ?? '',
    reasonCode: onlyReason(integration),
  }
}

export const withGroup = (choice: Choice, group: number | null, overview: CustomerOverview): Choice => ({
  ...choice,
  group,
  invoiceIds: group === null ? [] : preselected(invoiceGroups(overview)[group]?.invoices ?? []),
})

/** Another integration has its own reasons. */
export const withIntegration = (choice: Choice, id: string, { integrations }: CustomerOverview): Choice => ({
  ...choice,
  integrationId: id,
  reasonCode: onlyReason(integrations.find((one) => one.id === id)),
})

export const chosenIntegration = (
  choice: Choice,
  { integrations }: CustomerOverview,
): Integration | undefined => integrations.find(({ id }) => id === choice.integrationId)

/** The first thing that is missing, or null when a draft can be made. */
export const needOf = (choice: Choice, overview: CustomerOverview): Need | null => {
  const integration = chosenIntegration(choice, overview)
  if (isBlocking(overview.reasons)) return 'blocked'
  if (choice.group === null) return 'service'
  if (choice.invoiceIds.length === 0) return 'invoices'
  if (!integration) return 'integration'
  if (integration.missing.length > 0) return 'missing'
  return integration.inclusionReasons.some(({ code }) => code === choice.reasonCode) ? null : 'reason'
}

/** What the service is asked to read again. */
export const draftInputOf = (choice: Choice, overview: CustomerOverview): DraftInput => ({
  erpId: overview.erpId,
  customerId: overview.customer.id,
  integrationId: choice.integrationId,
  serviceId: choice.group === null ? null : (invoiceGroups(overview)[choice.group]?.service?.id ?? null),
  invoiceIds: choice.invoiceIds,
  reasonCode: choice.reasonCode,
})
