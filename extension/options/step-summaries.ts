import { productKinds } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import type { SetupFacts, StepId } from './setup-steps.ts'

type Words = Texts['options']

export const serviceSummary = (link: LinkState | null, { service }: Words): string => {
  switch (link?.state) {
    case undefined:
      return service.checking
    case 'ready':
      return fill(service.answering, { port: link.port })
    case 'not-paired':
      return service.found
    case 'service-off':
      return service.off
    case 'permission-withheld':
      return service.withheld
    case 'stranger-on-port':
      return service.stranger
    case 'browser-blocked':
      return service.blocked
    case 'extension-older':
      return service.extensionOlder
    case 'service-older':
      return service.serviceOlder
    case 'version-mismatch':
      return service.mismatch
    case 'vault-unavailable':
      return service.locked
  }
}

const browserSummary = (link: LinkState | null, { browser }: Words): string => {
  if (link?.state === 'ready') return fill(browser.paired, { name: link.status.client.name })
  return link?.state === 'not-paired' ? browser.unpaired : browser.waiting
}

const connectSummary = ({ integrations }: SetupFacts, { connect }: Words): string => {
  const [first, ...others] = integrations
  if (!first) return connect.empty
  return others.length > 0 ? fill(connect.summaryMany, { count: integrations.length }) : first.description
}

const pefinKinds = productKinds.filter((kind) => kind !== 'query')

const pefinKindsAbsent = (integrations: SetupFacts['integrations']) =>
  pefinKinds.filter((kind) =>
    integrations.some(({ products }) => !products.some((product) => product.kind === kind)),
  )

const productsSummary = ({ integrations }: SetupFacts, { products }: Words): string => {
  if (!integrations.some(({ query }) => query.savedAt)) return products.waiting
  const count = integrations.flatMap((one) => one.products.filter(({ kind }) => kind === 'query')).length
  if (count === 0) return products.never
  const absent = pefinKindsAbsent(integrations.filter(({ pefin }) => pefin.savedAt))
  return [
    fill(products.summary, { count }),
    ...absent.map((kind) => fill(products.summaryAbsent, { kind: products.kinds[kind] })),
  ].join(' · ')
}

const erpSummary = ({ sites }: SetupFacts, { erp }: Words): string =>
  sites.length > 0 ? sites.map(({ site }) => URL.parse(site)?.hostname ?? site).join(' · ') : erp.summaryEmpty

/** The line beside each step's title: what stands there now. */
export const stepSummaries = (facts: SetupFacts, words: Words): Record<StepId, string> => {
  const isReady = facts.link?.state === 'ready'
  return {
    service: serviceSummary(facts.link, words),
    browser: browserSummary(facts.link, words),
    connect: isReady ? connectSummary(facts, words) : '',
    products: isReady ? productsSummary(facts, words) : '',
    erp: isReady ? erpSummary(facts, words) : '',
  }
}
