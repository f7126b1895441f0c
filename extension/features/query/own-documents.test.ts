import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { parseCnpj } from '../../../shared/document.ts'
import type { Document } from '../../../shared/document.ts'
import { isOwn, ownDocuments } from './own-documents.ts'

const one = parseCnpj('90.001.000/0001-07')!
const other = parseCnpj('04.718.253/0001-56')!
const minute = 60_000

const off = () => Promise.reject(new Error('off'))
const onlyOne = async () => [one]
const never = () => new Promise<never>(() => {})

const setUp = (answers: (() => Promise<readonly Document[]>)[], patience: () => Promise<void> = never) => {
  const at = { now: 0 }
  const ask = vi.fn<() => Promise<readonly Document[]>>(() => (answers.shift() ?? never)())
  const make = () => ownDocuments({ ask, area: browser.storage.session, clock: () => at.now, patience })
  return { at, ask, make, own: make() }
}

beforeEach(() => fakeBrowser.reset())

describe("the provider's own CNPJs", () => {
  test('are asked for once, whoever asks meanwhile, and outlive the sleep of the worker', async () => {
    const { own, make, ask } = setUp([async () => [one, other]])
    expect(await Promise.all([own(), own()])).toEqual([
      [one, other],
      [one, other],
    ])
    expect(await make()()).toEqual([one, other])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('old ones are used once more while the service is asked again', async () => {
    const { own, at, ask } = setUp([async () => [one], async () => [other]])
    await own()
    at.now = 11 * minute
    expect(await own()).toEqual([one])
    await vi.waitUntil(async () => (await own())[0] === other)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  test('a service that is off keeps what was known, and is not asked at every selection', async () => {
    const { own, at, ask } = setUp([off, async () => [one], off])
    expect(await own()).toEqual([])
    expect(await own()).toEqual([])
    expect(ask).toHaveBeenCalledTimes(1)
    at.now = 2 * minute
    await own()
    await vi.waitUntil(async () => (await own()).includes(one))
    at.now = 20 * minute
    await own()
    await vi.waitUntil(() => ask.mock.calls.length === 3)
    expect(await own()).toEqual([one])
  })

  test('a service that hangs holds up nothing', async () => {
    const { own } = setUp([never], async () => {})
    expect(await own()).toEqual([])
  })

  test('are known in every spelling; garbage is none', async () => {
    for (const text of ['90.001.000/0001-07', '90001000000107', ' 90001000000107 '])
      expect(await isOwn(text, onlyOne)).toBe(true)
    for (const text of ['04.718.253/0001-56', '', '90.001.000/0001-08'])
      expect(await isOwn(text, onlyOne)).toBe(false)
  })
})
