import type { Health } from '../../../shared/api.ts'
import type { Check, Finding } from '../check.ts'
import { fail, ok, unknown, warn } from '../check.ts'

const anyPair = (health: Health, test: (pair: Health['integrations'][number]['pairs']['query']) => boolean) =>
  (['query', 'pefin'] as const).find((name) => health.integrations.some(({ pairs }) => test(pairs[name])))

/** Both pairs of Connect are there, and worked when they were tried. */
export const credentialsCheck: Check = ({ health, vault }): Finding => {
  if (!health) return unknown('not-known')
  if (health.integrations.length === 0) return warn('no-integration')
  const refused = anyPair(health, ({ tested }) => tested?.ok === false)
  if (refused) return fail(refused === 'query' ? 'query-refused' : 'pefin-refused')
  const absent = anyPair(health, ({ isSaved }) => !isSaved)
  if (absent === 'query') return fail('query-absent')
  if (absent === 'pefin') return warn('pefin-absent')
  // Whether the secrets are still there only an open vault can tell.
  if (vault.state === 'shut') return unknown('vault-closed')
  return anyPair(health, ({ tested }) => tested === null) ? warn('pairs-untested') : ok('pairs-work')
}

/** The products without which nothing is included: what could not be removed is not registered. */
export const productsCheck: Check = ({ health }) => {
  if (!health) return unknown('not-known')
  if (health.integrations.length === 0) return unknown('no-integration-yet')
  const lacking = new Set(
    health.integrations.flatMap(({ missing }) => missing.filter((what) => !what.endsWith('-credentials'))),
  )
  return lacking.size === 0 ? ok('products') : warn('products-missing', { count: lacking.size })
}

/** The ERP lets the service in and answers. */
export const erpCheck: Check = ({ health }) => {
  if (!health) return unknown('not-known')
  const { erps } = health
  if (erps.length === 0) return warn('no-erp')
  const codes = erps.map(({ tested, problem }) => problem ?? (tested?.ok === false ? tested.code : null))
  if (codes.includes('erp-credentials-refused')) return fail('erp-user-refused')
  if (codes.includes('erp-refused')) return fail('erp-rights')
  if (codes.some((code) => code !== null)) return fail('erp-mute')
  return erps.every(({ tested, paymentsAt }) => tested || paymentsAt) ? ok('erp-works') : warn('erp-untested')
}
