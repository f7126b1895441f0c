import type { Erp, Integration } from '../../shared/api.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import type { SiteSetup } from '../sites/site-setup.ts'

export const stepIds = ['service', 'browser', 'connect', 'products', 'erp'] as const
export type StepId = (typeof stepIds)[number]

/** `todo` waits for an earlier step; `current` can be done now; `attention` was done and needs a person again. */
export type StepState = 'done' | 'current' | 'todo' | 'attention'

export interface SetupFacts {
  link: LinkState | null
  integrations: readonly Integration[]
  erps: readonly Erp[]
  sites: readonly Pick<SiteSetup, 'site' | 'granted' | 'problems'>[]
}

const serviceState = (link: LinkState | null): StepState => {
  if (!link) return 'current'
  return link.state === 'ready' || link.state === 'not-paired' ? 'done' : 'attention'
}

const browserState = (link: LinkState | null): StepState => {
  if (link?.state === 'ready') return 'done'
  return link?.state === 'not-paired' ? 'current' : 'todo'
}

const isRefused = (integration: Integration): boolean =>
  integration.query.tested?.ok === false || integration.pefin.tested?.ok === false

const connectState = (integrations: readonly Integration[]): StepState => {
  if (integrations.some(isRefused)) return 'attention'
  return integrations.some((integration) => integration.query.tested?.ok) ? 'done' : 'current'
}

const hasQueryProduct = (integration: Integration): boolean =>
  integration.products.some((product) => product.kind === 'query')

const lacksForPefin = (integration: Integration): boolean =>
  integration.pefin.savedAt !== null && integration.missing.length > 0

const productsState = (integrations: readonly Integration[]): StepState => {
  const saved = integrations.filter((integration) => integration.query.savedAt)
  if (saved.length === 0) return 'todo'
  if (!saved.every(hasQueryProduct)) return 'current'
  return saved.some(lacksForPefin) ? 'attention' : 'done'
}

const needsAttention = ({ granted, problems }: SetupFacts['sites'][number]): boolean =>
  !granted || problems.length > 0

const erpState = (erps: readonly Erp[], sites: SetupFacts['sites']): StepState => {
  if (sites.some(needsAttention) || erps.some((erp) => erp.tested?.ok === false)) return 'attention'
  return sites.length > 0 ? 'done' : 'current'
}

/** The state of each of the five set-up steps from what is known. Pure. */
export const setupSteps = (facts: SetupFacts): Record<StepId, StepState> => {
  const ready = facts.link?.state === 'ready'
  return {
    service: serviceState(facts.link),
    browser: browserState(facts.link),
    connect: ready ? connectState(facts.integrations) : 'todo',
    products: ready ? productsState(facts.integrations) : 'todo',
    erp: ready ? erpState(facts.erps, facts.sites) : 'todo',
  }
}

/** The first step that is not done, or null when all are. */
export const firstUnfinished = (steps: Record<StepId, StepState>): StepId | null =>
  stepIds.find((id) => steps[id] !== 'done') ?? null
