import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Features } from './site-features.ts'
import { features, followFeatures, siteFeatures } from './site-features.ts'

const site = 'https://empresa.hubsoft.com.br'
const other = 'https://outra.hubsoft.com.br'
const key = 'site-features'
const allOn = Object.fromEntries(features.map((feature) => [feature, true]))

const { local } = browser.storage
const stored = async () => (await local.get(key))[key]

beforeEach(() => fakeBrowser.reset())

describe('the switches of a site', () => {
  test('are on until somebody switches one off, and again after that', async () => {
    const switches = siteFeatures(local)
    expect(await switches.read(site)).toEqual(allOn)
    await switches.write(site, 'marks', false)
    expect(await switches.read(site)).toEqual({ ...allOn, marks: false })
    expect(await switches.read(other)).toEqual(allOn)
    await switches.write(site, 'marks', true)
    expect(await switches.read(site)).toEqual(allOn)
    expect(await stored()).toEqual({})
  })

  test('two at once are both kept', async () => {
    const switches = siteFeatures(local)
    await Promise.all([
      switches.write(site, 'panel', false),
      switches.write(other, 'chips', false),
      switches.write(site, 'marks', false),
    ])
    expect(await stored()).toEqual({ [site]: { panel: false, marks: false }, [other]: { chips: false } })
  })

  test.each([
    null,
    7,
    'off',
    [false],
    { [site]: null },
    { [site]: [] },
    { [site]: { panel: 0, chips: 'false', marks: null, more: false } },
    { panel: false },
  ])('a damaged value counts as on: %j', async (value) => {
    await local.set({ [key]: value })
    const switches = siteFeatures(local)
    expect(await switches.read(site)).toEqual(allOn)
    await switches.write(site, 'chips', false)
    expect(await switches.read(site)).toEqual({ ...allOn, chips: false })
  })

  test('a feature or site that is named like a part of every object is none', async () => {
    const switches = siteFeatures(local)
    expect(await switches.read('constructor')).toEqual(allOn)
    expect(await switches.read('__proto__')).toEqual(allOn)
  })
})

describe('an open page follows', () => {
  const follow = async () => {
    const work = new AbortController()
    const told: Features[] = []
    await followFeatures(local, site, work.signal, (news) => void told.push(news))
    return { told, work }
  }
  const switches = siteFeatures(local)

  test('what is set at first, and each change of its own site, once', async () => {
    await switches.write(site, 'toolbar', false)
    const { told } = await follow()
    expect(told).toEqual([{ ...allOn, toolbar: false }])
    await switches.write(site, 'panel', false)
    await switches.write(other, 'panel', false)
    await switches.write(site, 'panel', false)
    await local.set({ locale: 'en' })
    await vi.waitFor(() => expect(told).toHaveLength(2))
    expect(told[1]).toEqual({ ...allOn, toolbar: false, panel: false })
  })

  test('until it ends', async () => {
    const { told, work } = await follow()
    work.abort()
    await switches.write(site, 'panel', false)
    expect(told).toEqual([allOn])
  })

  test('a change that comes while the first reading is under way is not undone by it', async () => {
    const told: Features[] = []
    const changed = new Set<(changes: Record<string, { newValue?: unknown }>) => void>()
    const reading = Promise.withResolvers<Record<string, unknown>>()
    const storage = {
      get: () => reading.promise,
      onChanged: { addListener: changed.add.bind(changed), removeListener: changed.delete.bind(changed) },
    } as unknown as typeof local
    const first = followFeatures(storage, site, new AbortController().signal, (news) => void told.push(news))
    for (const tell of changed) tell({ [key]: { newValue: { [site]: { panel: false } } } })
    reading.resolve({})
    await first
    expect(told).toEqual([{ ...allOn, panel: false }])
  })

  test('everything is forgotten: all on again', async () => {
    await switches.write(site, 'panel', false)
    const { told } = await follow()
    await switches.forget(site)
    await vi.waitFor(() => expect(told).toEqual([{ ...allOn, panel: false }, allOn]))
  })
})
