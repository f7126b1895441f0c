import type { Integration, ReasonView } from '../../../shared/api.ts'
import { mostBatchItems } from '../../../shared/batch-limits.ts'
import { parseCnpj } from '../../../shared/document.ts'
import type { Found } from '../candidates/model.ts'
import type { Selection } from './select.ts'
import { chosenOf } from './select.ts'

/** Those through which debts may be registered: set up to include and to remove. */
export const readyIntegrations = (integrations: readonly Integration[]): Integration[] =>
  integrations.filter(({ missing }) => missing.length === 0)

export const inclusionReasons = (integration: Integration | null): ReasonView[] =>
  integration?.products.filter(({ kind }) => kind === 'inclusion-reason').flatMap(({ reasons }) => reasons) ??
  []

/** What one inclusion costs by the administrator's word; null where he gave no price. */
export const unitCents = (integration: Integration | null): number | null =>
  integration?.products.find(({ kind, priceCents }) => kind === 'inclusion' && priceCents !== null)
    ?.priceCents ?? null

/** The debts' own creditor comes first, then production before the test environment; without it, only a single one is chosen. */
const integrationOf = (ready: readonly Integration[], issuers: readonly Found[]): Integration | null => {
  const most = issuers.toSorted((one, other) => other.count - one.count)
  for (const { value } of most) {
    const mine = ready.filter(({ creditor }) => creditor === parseCnpj(value))
    const found = mine.find(({ environment }) => environment === 'production') ?? mine[0]
    if (found) return found
  }
  return ready.length === 1 ? (ready[0] ?? null) : null
}

export interface SendingChoice {
  integration: Integration | null
  reasonCode: string
}

/** What a person chose, as far as it is still there; else what follows from the debts. A single reason needs no choice. */
export const sendingChoice = (
  ready: readonly Integration[],
  issuers: readonly Found[],
  chosen: { integrationId: string; reasonCode: string },
): SendingChoice => {
  const integration = ready.find(({ id }) => id === chosen.integrationId) ?? integrationOf(ready, issuers)
  const reasons = inclusionReasons(integration)
  const [first, ...others] = reasons
  const known = reasons.find(({ code }) => code === chosen.reasonCode)
  return { integration, reasonCode: (known ?? (others.length === 0 ? first : undefined))?.code ?? '' }
}

/** How many of the selected debts were issued by another CNPJ than the creditor in whose name they would be registered. */
export const otherIssuers = (selection: Selection, creditor: string): number => {
  const { model } = selection
  const others = new Set(
    model.issuers.map(({ value }) => value).filter((issuer) => (parseCnpj(issuer) ?? creditor) !== creditor),
  )
  if (others.size === 0) return 0
  return model.entries.filter(
    (entry) => others.has(entry.candidate.issuer) && chosenOf(selection, entry).length > 0,
  ).length
}

/** What is still missing before the selection can be handed over; the first of them, a key of `selection.needs`, or too many. */
export type Need = 'nothing' | 'too-many' | 'reading' | 'blocked' | 'noIntegration' | 'integration' | 'reason'

interface NeedFacts {
  debts: number
  /** The list is not complete yet, and is being completed. */
  isReading: boolean
  /** Something keeps everybody from being registered. */
  isBlocked: boolean
  hasIntegrations: boolean
  choice: SendingChoice
}

export const needOf = ({ debts, isReading, isBlocked, hasIntegrations, choice }: NeedFacts): Need | null => {
  if (!hasIntegrations) return 'noIntegration'
  if (debts === 0) return 'nothing'
  // Before anything is sent (case G71)
  if (debts > mostBatchItems) return 'too-many'
  if (isBlocked) return 'blocked'
  if (isReading) return 'reading'
  if (!choice.integration) return 'integration'
  return choice.reasonCode === '' ? 'reason' : null
}
