import { describe, expect, test } from 'vitest'
import { erp, integration, refusal, saved, status, unsaved } from '../ui/testing/samples.ts'
import type { SetupFacts } from './setup-steps.ts'
import { firstUnfinished, setupSteps } from './setup-steps.ts'

const site = { site: 'https://empresa.hubsoft.com.br', granted: true, problems: [] }
const facts = (over: Partial<SetupFacts> = {}): SetupFacts => ({
  link: { state: 'ready', port: 1, status: status() },
  integrations: [integration()],
  erps: [],
  sites: [site],
  ...over,
})
const refusedPair = {
  savedAt: saved.savedAt,
  tested: { at: saved.savedAt, ok: false, error: refusal('connect-credentials-refused') },
}

describe('the five steps', () => {
  test('all done', () => {
    const steps = setupSteps(facts())
    expect(Object.values(steps)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(firstUnfinished(steps)).toBeNull()
  })

  test('nothing is offered before the service answers', () => {
    expect(setupSteps(facts({ link: { state: 'service-off' } }))).toEqual({
      service: 'attention',
      browser: 'todo',
      connect: 'todo',
      products: 'todo',
      erp: 'todo',
    })
  })

  test('a service that answers an unpaired browser leads to pairing', () => {
    expect(firstUnfinished(setupSteps(facts({ link: { state: 'not-paired' } })))).toBe('browser')
  })

  test.each([
    ['none', [], 'current'],
    ['saved but untested', [integration({ query: { savedAt: saved.savedAt, tested: null } })], 'current'],
    ['refused Pefin', [integration({ pefin: refusedPair })], 'attention'],
  ])('Connect: %s → %s', (_name, integrations, state) => {
    expect(setupSteps(facts({ integrations })).connect).toBe(state)
  })

  test.each([
    ['no credentials', [integration({ query: unsaved })], 'todo'],
    ['never synchronised', [integration({ products: [] })], 'current'],
    ['Pefin without Motivo Baixa', [integration({ pefin: saved, missing: ['removal-reason'] })], 'attention'],
    ['queries only', [integration({ missing: ['pefin-credentials', 'removal-reason'] })], 'done'],
  ])('products: %s → %s', (_name, integrations, state) => {
    expect(setupSteps(facts({ integrations })).products).toBe(state)
  })

  test('G63 · a site whose permission was withdrawn needs a person', () => {
    expect(setupSteps(facts({ sites: [site, { ...site, granted: false }] })).erp).toBe('attention')
    expect(setupSteps(facts({ sites: [] })).erp).toBe('current')
  })

  test('a site on which a function failed needs a person', () => {
    const at = saved.savedAt
    const problems = [{ part: 'grids' as const, version: '1.0.0', erp: 'hubsoft', at }]
    expect(setupSteps(facts({ sites: [site] })).erp).toBe('done')
    expect(setupSteps(facts({ sites: [{ ...site, problems }] })).erp).toBe('attention')
  })

  test('an API user that the ERP refused needs a person', () => {
    const tested = { at: saved.savedAt, ok: false, error: refusal('erp-credentials-refused') }
    expect(setupSteps(facts({ erps: [erp({ tested })] })).erp).toBe('attention')
  })
})
