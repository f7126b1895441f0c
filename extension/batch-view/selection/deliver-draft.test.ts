import { beforeEach, describe, expect, test } from 'vitest'
import browser from 'webextension-polyfill'
import type { OperationInput } from '../../../shared/api.ts'
import type { FakeBackground } from '../../ui/testing/fake-background.ts'
import { fail, fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { batchOf } from '../testing/batch-samples.ts'
import type { DraftContent } from './deliver-draft.ts'
import { deliverDraft } from './deliver-draft.ts'
import { draftKeys } from './draft-key.ts'
import { latestOnly } from './latest-only.ts'

type Part = OperationInput<'batchDraft'>

const content = (count: number): DraftContent => ({
  erpId: 'e1',
  integrationId: 'i1',
  reasonCode: '01',
  debts: Array.from({ length: count }, (_none, at) => ({
    customerId: `c${at}`,
    serviceId: null,
    invoiceIds: [`${at}`],
  })),
})

let made = 0
const newKey = () => {
  made += 1
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
}
const keys = () => draftKeys(browser.storage.session, newKey)

const takesAll = ({ part, parts }: Part) =>
  ok({ batch: part === parts - 1 ? batchOf() : null, missing: parts - 1 - part })

const sentKeys = (background: FakeBackground) =>
  new Set((background.of('batchDraft') as Part[]).map(({ key }) => key))

const deliver = (count: number, seen: string[] = []) =>
  deliverDraft(content(count), { keys: keys(), onPart: (part, parts) => seen.push(`${part}/${parts}`) }).then(
    ({ id }) => id,
    (thrown: { code: string }) => thrown.code,
  )

describe('handing over a selection', () => {
  let background: FakeBackground
  beforeEach(() => {
    background = fakeBackground({ batchDraft: takesAll })
  })

  test('in parts under one key, told one by one', async () => {
    const seen: string[] = []
    expect(await deliver(250, seen)).toBe('b1')
    expect(seen).toEqual(['1/3', '2/3', '3/3'])
    const parts = background.of('batchDraft') as Part[]
    expect(parts.flatMap(({ debts }) => debts)).toEqual(content(250).debts)
    expect(sentKeys(background).size).toBe(1)
  })

  test('G58 · after a lost answer the same selection goes under the same key, another one does not', async () => {
    background.answers.batchDraft = fail('service-off')
    expect(await deliver(2)).toBe('service-off')
    expect(await deliver(2)).toBe('service-off')
    expect(sentKeys(background).size).toBe(1)
    expect(await deliver(3)).toBe('service-off')
    expect(sentKeys(background).size).toBe(2)
  })

  test('once drafted, the same debts are read anew', async () => {
    await deliver(2)
    await deliver(2)
    expect(sentKeys(background).size).toBe(2)
  })

  test('a service that still waits for parts after the last one is told, and asked anew', async () => {
    background.answers.batchDraft = ok({ batch: null, missing: 1 })
    expect(await deliver(2)).toBe('batch-parts-differ')
    background.answers.batchDraft = takesAll
    expect(await deliver(2)).toBe('b1')
    expect(sentKeys(background).size).toBe(2)
  })
})

test('of many values the first is written at once, and then only the last', async () => {
  const written: number[] = []
  const waiting: (() => void)[] = []
  const write = latestOnly((value: number) => {
    written.push(value)
    return new Promise<void>((resolve) => waiting.push(resolve))
  })
  for (const value of [1, 2, 3]) write(value)
  expect(written).toEqual([1])
  waiting.shift()?.()
  await expect.poll(() => written).toEqual([1, 3])
})
