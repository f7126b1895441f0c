import { beforeEach, describe, expect, test } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { enabledSites } from './enabled-sites.ts'
import { problemHandlers } from './handle-problems.ts'
import type { SiteProblem } from './site-problems.ts'
import { siteProblems } from './site-problems.ts'

const site = 'https://empresa.hubsoft.com.br'
const at = '2026-11-25T13:02:00.000Z'
const problem: SiteProblem = { part: 'grids', version: '1.0.0', erp: 'hubsoft', at }
const { local } = browser.storage

beforeEach(() => fakeBrowser.reset())

describe('what failed on a site', () => {
  test('the same function of the same version once, with its first moment', async () => {
    const problems = siteProblems(local)
    await Promise.all([
      problems.note(site, problem),
      problems.note(site, { ...problem, at: '2026-11-26T13:02:00.000Z' }),
      problems.note(site, { ...problem, version: '1.0.1' }),
    ])
    expect(await problems.read(site)).toEqual([problem, { ...problem, version: '1.0.1' }])
    expect(await problems.read('https://outra.hubsoft.com.br')).toEqual([])
  })

  test('the newest twenty stay', async () => {
    const problems = siteProblems(local)
    const versions = Array.from({ length: 25 }, (_one, number) => `1.0.${number}`)
    for (const version of versions) await problems.note(site, { ...problem, version })
    expect((await problems.read(site)).map(({ version }) => version)).toEqual(versions.slice(5))
  })

  test.each([
    null,
    'grids',
    { grids: problem },
    [7, null, { ...problem, part: 'everything' }, { ...problem, at: 'ontem' }],
  ])('a damaged list counts as empty: %j', async (value) => {
    await local.set({ 'site-problems': { [site]: value } })
    const problems = siteProblems(local)
    expect(await problems.read(site)).toEqual([])
    await problems.note(site, problem)
    expect(await problems.read(site)).toEqual([problem])
  })

  test('nothing but the four facts is kept', async () => {
    const problems = siteProblems(local)
    await local.set({ 'site-problems': { [site]: [{ ...problem, text: '731.640.258-07' }] } })
    expect(await problems.read(site)).toEqual([problem])
  })
})

const page = (host: string) => ({ role: 'content', tabId: 7, host }) as const

const setUp = () => {
  const enabled = enabledSites(local)
  const problems = siteProblems(local)
  const handlers = problemHandlers({ enabled, problems, version: '1.0.0', clock: () => Date.parse(at) })
  return { enabled, problems, handlers }
}

describe('a page reports', () => {
  test('it is kept for the site from which the browser says that it speaks', async () => {
    const { enabled, problems, handlers } = setUp()
    await enabled.add({ site, erp: 'hubsoft' })
    await enabled.add({ site: 'https://outra.hubsoft.com.br', erp: 'hubsoft' })
    await handlers['adapter-failed']({ part: 'grids' }, page('empresa.hubsoft.com.br'))
    expect(await problems.read(site)).toEqual([problem])
    expect(await problems.read('https://outra.hubsoft.com.br')).toEqual([])
  })

  test('a site that is off keeps nothing', async () => {
    const { problems, handlers } = setUp()
    const report = handlers['adapter-failed']({ part: 'grids' }, page('empresa.hubsoft.com.br'))
    await expect(report).rejects.toMatchObject({ code: 'message-refused' })
    expect(await problems.read(site)).toEqual([])
  })
})
