import { describe, expect, test } from 'vitest'
import { auditPlans } from '../../proxy/audit/plans.ts'
import { batchActs } from '../../proxy/audit/trail-entries.ts'
import { operations } from '../../shared/api.ts'
import type { OperationName } from '../../shared/api.ts'
import { locales, texts } from '../../shared/locales/texts.ts'

const names = Object.keys(operations) as OperationName[]
const told = (kind: string): OperationName[] => names.filter((name) => auditPlans[name] === kind)

/** POSTs that change nothing that anybody did: a document, or what is sought, never stands in an address. */
const harmless: OperationName[] = [
  'queryHistory',
  'customerStatus',
  'customerOverview',
  'customerSearch',
  'negativations',
  'candidateStart',
  'candidateCancel',
  'candidates',
  'batchSimulation',
  'batchItems',
  'personHeld',
  'sweepNow',
]

describe('every act is told by somebody', () => {
  test('each operation says how, and none besides', () => {
    expect(Object.keys(auditPlans).toSorted()).toEqual(names.toSorted())
  })

  test('what is taken for a look is a GET, or is known to change nothing', () => {
    const posts = told('reading').filter((name) => operations[name].method === 'POST')
    expect(posts.toSorted()).toEqual(harmless.toSorted())
  })

  test('what an administrator or the console does is noted, or is told by the trail of exports and erasures', () => {
    const acts = names.filter(
      (name) =>
        operations[name].method === 'POST' &&
        ['admin', 'console', 'public'].includes(operations[name].access),
    )
    const unnoted = acts.filter((name) => typeof auditPlans[name] === 'string' && !harmless.includes(name))
    expect(unnoted.toSorted()).toEqual(['personErase', 'personExport'])
  })

  test('queries, inclusions, removals, batches and sweeps cost no commit more: their own records tell of them', () => {
    for (const name of names.filter((each) =>
      ['query', 'include', 'remove'].includes(operations[each].access),
    ))
      expect([name, name === 'queryAnswer' || typeof auditPlans[name] === 'string']).toEqual([name, true])
  })

  test('what ends an access is done even when it cannot be noted', () => {
    const urgent = names.filter((name) => {
      const plan = auditPlans[name]
      return typeof plan !== 'string' && plan.isUrgent
    })
    expect(urgent.toSorted()).toEqual(['clientRevoke', 'consoleRevoke'])
  })

  test.each(locales)('what is noted and what a batch logs has words in %s', (locale) => {
    const { acts } = texts(locale).audit
    const noted = names.filter((name) => typeof auditPlans[name] !== 'string')
    const lacking = [...noted, ...Object.values(batchActs)].filter((act) => !Object.hasOwn(acts, act))
    expect(lacking).toEqual([])
  })
})
