import type { Integration } from '../../shared/api.ts'
import type { IntegrationRecord } from '../store/records.ts'

const neededKinds = ['query', 'inclusion', 'removal', 'inclusion-reason', 'removal-reason'] as const
const reasonKinds: ReadonlySet<string> = new Set(['inclusion-reason', 'removal-reason'])

const works = ({ savedAt, tested }: IntegrationRecord['query']): boolean =>
  savedAt !== null && tested?.ok !== false

/**
 * What keeps inclusion off: nothing is included that could not be removed. Credentials count only when the
 * platform did not refuse them at the last test; a reason product without a single reason is none.
 */
export const missing = ({ query, pefin, products }: IntegrationRecord): Integration['missing'] => {
  const has = (kind: (typeof neededKinds)[number]): boolean =>
    products.some(
      (product) => product.kind === kind && (!reasonKinds.has(kind) || product.reasons.length > 0),
    )
  return [
    ...(works(query) ? [] : (['query-credentials'] as const)),
    ...(works(pefin) ? [] : (['pefin-credentials'] as const)),
    ...neededKinds.filter((kind) => !has(kind)),
  ]
}
